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
 * Asks for the address that an application lacks, also once the course is closed; the page says then that it was sent.
 * Null where it lacks none.
 *
 * @param isRequested whether it is asked for in any case: another address can be sent as well
 * @param onSent called once the wiki has it
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
 * The address alone, for somebody with no application that was made with the form: theirs is on the talk page, where
 * nobody but them can tell which one. They are told what to write there.
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
	/** Of the page with the application, as the team is told. */
	readonly title: string;
	/** Why it is asked for. */
	readonly reason: string;
	/** Called once the wiki passed the address on, and again if that was refused before. Null: done. */
	readonly onSent: () => Promise<Refusal | null>;
}

interface AddressForm {
	readonly element: HTMLElement;
	focus(): void;
}

/** The form's question for the preferred address, alone: the wiki mails the answer to the team, and it is not kept. */
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

/** In the gadget's own words, which are in more languages than a programme's. */
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
