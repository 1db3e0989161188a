import type { Course, Programme } from '../../shared/programme/schema.ts';
import { getPhase } from '../../shared/rules/phase.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { applicationFlow } from './applicationFlow.ts';
import { isAddressRequested } from '../course/currentPage.ts';
import { courseCard } from './courseCard.ts';
import { fill, h } from '../ui/h.ts';
import { loadMyApplication, loadRequirements } from './lazyModules.ts';
import { notice } from '../ui/notice.ts';
import { isOpen, readSituation, type ApplicationPage, type Situation } from '../course/readSituation.ts';
import { msg, type MessageKey } from '../ui/msg.ts';
import type { ApplicationContext, MyApplication } from '../course/applicationContext.ts';

/**
 * Replaces a mount's content with a course's card and form.
 * @throws WikiError if the wiki cannot be reached, other errors if the programme is invalid; the mount is then unchanged
 */
export async function showApplicationForm(
	mount: HTMLElement,
	wiki: Wiki,
	programme: Programme,
	course: Course,
): Promise<void> {
	const situation = await readSituation(wiki, programme, course);
	const card = courseCard(course, situation);
	const body = h('div');
	showForReader(body, programme, course, situation);
	fill(mount, card, body);
}

function showForReader(
	container: HTMLElement,
	programme: Programme,
	course: Course,
	situation: Situation,
): void {
	const { account, myPage, now } = situation;
	const context = account === null ? null : { programme, course, account, myApplication: null };
	const isOpenNow = isOpen(course, now);
	if (context && myPage) showExistingApplication(container, context, myPage);
	else if (context && isAddressRequested()) showAddressOnly(container, context);
	else if (context && isOpenNow) showNewApplication(container, context, situation.appliedElsewhere);
	else if (isOpenNow || isAddressRequested()) fill(container, loginLinks());
	else if (getPhase(course, now) !== 'before') fill(container, statusLink(programme));
}

/** Shows the form first and then loads what depends on further requests. */
function showNewApplication(
	container: HTMLElement,
	context: ApplicationContext,
	appliedElsewhere: boolean,
): void {
	const requirementsContainer = h('div');
	const offerContainer = h('div');
	const { element, form } = applicationFlow(context);
	fill(container, requirementsContainer, offerContainer, element);
	void loadRequirements()
		.then((requirements) => requirements.showRequirements(context, requirementsContainer))
		.catch(logError);
	if (!appliedElsewhere) return;
	void loadMyApplication()
		.then((myApplication) => myApplication.offerAnswers(context, offerContainer, form))
		.catch(logError);
}

function showExistingApplication(
	container: HTMLElement,
	context: ApplicationContext,
	{ title, revid }: ApplicationPage,
): void {
	const link = h('a', { href: mw.util.getUrl(title, { oldid: revid }) }, title);
	fill(container, notice('notice', msg('wikilearn-form-applied'), ' ', link));
	const edit = (myApplication: MyApplication): void => {
		const { element, form } = applicationFlow({ ...context, myApplication });
		fill(container, element);
		form.focus();
	};
	void loadMyApplication()
		.then((myApplication) => myApplication.showMyApplication(context, container, edit))
		.catch(logError);
}

/** For applicants from the talk page, who only need to enter their address. */
function showAddressOnly(container: HTMLElement, context: ApplicationContext): void {
	void loadMyApplication()
		.then((myApplication) => {
			myApplication.showAddressForm(context, container);
		})
		.catch(logError);
}

function statusLink({ root }: Programme): HTMLElement {
	return h('p', {}, h('a', { href: mw.util.getUrl(`${root}/Status`) }, msg('wikilearn-form-status-page')));
}

/** For optional parts: the page works without them. */
function logError(error: unknown): void {
	mw.log.warn('wikilearn', error);
}

/** For readers without an account. Both links return to this page, and to the address form if it was requested. */
function loginLinks(): HTMLElement {
	const returnParams = {
		returnto: mw.config.get('wgPageName'),
		...(isAddressRequested() && { returntoquery: 'wikilearn=email' }),
	};
	const link = (page: string, key: MessageKey): HTMLElement =>
		h('a', { href: mw.util.getUrl(page, returnParams), class: 'wikilearn-button' }, msg(key));
	return h(
		'div',
		{ class: 'wikilearn-login' },
		h('p', {}, msg(isAddressRequested() ? 'wikilearn-form-address-login' : 'wikilearn-form-login-needed')),
		link('Special:UserLogin', 'wikilearn-form-login'),
		' ',
		link('Special:CreateAccount', 'wikilearn-form-create-account'),
	);
}
