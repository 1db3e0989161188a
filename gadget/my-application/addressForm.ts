import type { Question } from '../../shared/programme/schema.ts';
import { canTakePart } from '../../shared/rules/state.ts';
import { busyButton } from '../ui/buttons.ts';
import { showRefusal, showNotice, type Refusal } from '../ui/notice.ts';
import { checkAnswer } from '../questions/checkAnswer.ts';
import { createField, type Field } from '../questions/field.ts';
import { fill, h } from '../ui/h.ts';
import { singleLineControl } from '../questions/textControl.ts';
import { msg, localizeText } from '../ui/msg.ts';
import type { ApplicationContext } from '../course/applicationContext.ts';
import { createSaver } from '../wiki/createSaver.ts';
import { emailAdvice, createMailer } from '../submit/emailTeam.ts';
import { createWiki } from '../wiki/mwWiki.ts';
import type { MyApplicationStatus } from './readMyApplication.ts';
import { buttonSaveMessages } from './sendReply.ts';

/**
 * A form for an application's missing address, also after the course has closed. After sending, the page says so.
 * Null if no address is missing.
 *
 * @param isRequested whether to show it in any case, because applicants can also send a different address
 * @param onSent called after the page is saved
 */
export function requestAddress(
	context: ApplicationContext,
	myApplication: MyApplicationStatus,
	isRequested: boolean,
	onSent: () => Promise<void>,
): AddressForm | null {
	const { programme, course, account } = context;
	const asksAddress = course.questions.some(({ type }) => type === 'private-email');
	const { application, state } = myApplication;
	const isMissing = application.email === 'not sent' && canTakePart(state);
	if (!isRequested && !(asksAddress && isMissing)) return null;
	const saver = createSaver(
		createWiki(account),
		{ ...context, myApplication },
		buttonSaveMessages(programme.contact.address),
	);
	return createAddressForm(context, {
		title: myApplication.title,
		reason: msg(isMissing ? 'wikilearn-form-address-missing' : 'wikilearn-form-address-again'),
		onSent: async () => {
			const summary = msg('wikilearn-form-address-summary', localizeText(course.title));
			const saved = await saver.save({ ...application, email: 'sent' }, summary);
			if (saved.kind === 'refused')
				return { ...saved, message: msg('wikilearn-form-address-half', saved.message) };
			await onSent();
			return null;
		},
	});
}

/**
 * The address form alone, for readers without an application page: their application is on the talk page, where the
 * gadget cannot tell which one is theirs. The form tells them what to edit there.
 */
export function showAddressForm(context: ApplicationContext, container: HTMLElement): void {
	const { course } = context;
	const title = course.talk ?? new mw.Title(course.page).getTalkPage()?.getPrefixedText() ?? course.page;
	const link = h('a', { href: mw.util.getUrl(title) }, title);
	const form = createAddressForm(context, {
		title,
		reason: msg('wikilearn-form-address-talk'),
		onSent: () => {
			showNotice(
				container,
				'success',
				h('p', {}, msg('wikilearn-form-address-sent')),
				h('p', {}, msg('wikilearn-form-address-talk-mark', 'email = not sent', 'email = sent')),
				h('p', {}, link),
			);
			return Promise.resolve(null);
		},
	});
	fill(container, h('section', { class: 'wikilearn-card' }, form.element));
	if (document.activeElement === document.body) form.focus();
}

interface AddressFormOptions {
	/** The title of the page with the application, included in the email. */
	readonly title: string;
	/** The text that explains why the address is needed. */
	readonly reason: string;
	/** Called after the email was sent, and again if it returned a refusal. Null: done. */
	readonly onSent: () => Promise<Refusal | null>;
}

interface AddressForm {
	readonly element: HTMLElement;
	focus(): void;
}

/** A form for the preferred address, which the wiki emails to the team. The address is not stored. */
function createAddressForm(
	context: ApplicationContext,
	{ title, reason, onSent }: AddressFormOptions,
): AddressForm {
	const mail = createMailer(createWiki(context.account), context, title);
	const field = createAddressField(context);
	const messages = h('div');
	const { button, ignoreWhileBusy } = busyButton('submit', {
		idle: 'wikilearn-form-address-send',
		busy: 'wikilearn-form-sending',
	});
	const submit = async (): Promise<void> => {
		fill(messages);
		const address = field.control.read();
		const problem = checkAnswer(field.question, address, () => false);
		field.showProblem(problem);
		if (problem !== null) {
			field.control.focusTarget.focus();
			return;
		}
		const result = await mail(address);
		if (result.kind === 'sent') {
			const refusal = await onSent();
			if (refusal) showRefusal(messages, refusal);
			return;
		}
		const message =
			result.kind === 'unknown'
				? msg('wikilearn-form-address-unknown')
				: msg('wikilearn-form-address-not-sent', result.reason);
		const advice = emailAdvice(context, { title, address, message });
		fill(messages, advice);
		advice.focus();
	};
	const element = h(
		'form',
		{ class: 'wikilearn-address', novalidate: true, onsubmit: ignoreWhileBusy(submit) },
		h('p', {}, reason),
		field.element,
		messages,
		h('div', { class: 'wikilearn-actions' }, button),
	);
	return {
		element,
		focus() {
			field.control.focusTarget.focus();
		},
	};
}

/** With the gadget's own messages, which are translated into more languages than a programme. */
function createAddressField({ course }: ApplicationContext): Field {
	const question: Question = {
		id: 'address',
		type: 'private-email',
		label: msg('wikilearn-form-address'),
		reason: msg('wikilearn-form-address-reason'),
		required: true,
	};
	const id = `wikilearn-${course.id}-address`;
	const attributes = { autocomplete: 'email', dir: 'ltr' };
	return createField(question, singleLineControl({ id, type: 'email', attributes }), id);
}
