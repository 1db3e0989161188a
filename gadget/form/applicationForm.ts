import type { Course, Programme } from '../../shared/programme/schema.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { applying } from './applicationFlow.ts';
import { asksForAddress } from '../course/asksForAddress.ts';
import { courseCard } from './courseCard.ts';
import { fill, h } from '../ui/h.ts';
import { loadOwn, loadQualify } from './lazyModules.ts';
import { notice } from '../ui/notice.ts';
import { isOpen, readSituation, type OwnPage, type Situation } from '../course/readSituation.ts';
import { say, type MessageKey } from '../ui/msg.ts';
import type { Applying, OwnApplication } from '../course/applying.ts';

/**
 * Shows a course's card and form in place of what the mount holds.
 * @throws before anything is replaced: WikiError where the wiki cannot be asked, others on a programme that is not valid
 */
export async function showApplicationForm(
	mount: HTMLElement,
	wiki: Wiki,
	programme: Programme,
	course: Course,
): Promise<void> {
	const situation = await readSituation(wiki, programme, course);
	const card = courseCard(course, situation);
	const below = h('div');
	showBelow(below, programme, course, situation);
	fill(mount, card, below);
}

function showBelow(place: HTMLElement, programme: Programme, course: Course, situation: Situation): void {
	const { account, own, now } = situation;
	const context = account === null ? null : { programme, course, account, own: null };
	const open = isOpen(course, now);
	if (context && own) showOwn(place, context, own);
	else if (context && asksForAddress()) showAddress(place, context);
	else if (context && open) showNew(place, context, situation.elsewhere);
	else if (open || asksForAddress()) fill(place, loginLinks());
	else if (phaseOf(course, now) !== 'before') fill(place, statusLink(programme));
}

/** The form at once; what the wiki knows of the reader after it. */
function showNew(place: HTMLElement, context: Applying, elsewhere: boolean): void {
	const qualification = h('div');
	const offer = h('div');
	const { element, form } = applying(context);
	fill(place, qualification, offer, element);
	void loadQualify()
		.then((qualify) => qualify.showQualification(context, qualification))
		.catch(log);
	if (!elsewhere) return;
	void loadOwn()
		.then((own) => own.offerAnswers(context, offer, form))
		.catch(log);
}

function showOwn(place: HTMLElement, context: Applying, { title, revid }: OwnPage): void {
	const link = h('a', { href: mw.util.getUrl(title, { oldid: revid }) }, title);
	fill(place, notice('notice', say('wikilearn-form-applied'), ' ', link));
	const change = (own: OwnApplication): void => {
		const { element, form } = applying({ ...context, own });
		fill(place, element);
		form.focus();
	};
	void loadOwn()
		.then((own) => own.showOwn(context, place, change))
		.catch(log);
}

/** Somebody who applied on the talk page came for nothing else. */
function showAddress(place: HTMLElement, context: Applying): void {
	void loadOwn()
		.then((own) => {
			own.offerAddress(context, place);
		})
		.catch(log);
}

function statusLink({ root }: Programme): HTMLElement {
	return h('p', {}, h('a', { href: mw.util.getUrl(`${root}/Status`) }, say('wikilearn-form-status-page')));
}

/** What is there already serves without it. */
function log(error: unknown): void {
	mw.log.warn('wikilearn', error);
}

/** For readers without an account of their own: both links come back to this page, and to what they came for. */
function loginLinks(): HTMLElement {
	const back = {
		returnto: mw.config.get('wgPageName'),
		...(asksForAddress() && { returntoquery: 'wikilearn=email' }),
	};
	const link = (page: string, key: MessageKey): HTMLElement =>
		h('a', { href: mw.util.getUrl(page, back), class: 'wikilearn-button' }, say(key));
	return h(
		'div',
		{ class: 'wikilearn-login' },
		h('p', {}, say(asksForAddress() ? 'wikilearn-form-address-login' : 'wikilearn-form-login-needed')),
		link('Special:UserLogin', 'wikilearn-form-login'),
		' ',
		link('Special:CreateAccount', 'wikilearn-form-create-account'),
	);
}
