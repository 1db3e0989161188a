import type { Question } from '../../shared/programme/schema.ts';
import { isLive } from '../../shared/rules/status.ts';
import { busyButton, showRefused } from '../ui/buttons.ts';
import { checkAnswer } from '../questions/checkAnswer.ts';
import { createField, type Field } from '../questions/field.ts';
import { fill, h } from '../ui/h.ts';
import { showNotice } from '../ui/notice.ts';
import { lineControl } from '../questions/textControl.ts';
import { say, text } from '../ui/msg.ts';
import type { Applying } from '../course/applying.ts';
import type { Refused } from '../ui/refused.ts';
import { createSaver } from '../wiki/createSaver.ts';
import { emailAdvice } from '../submit/emailAdvice.ts';
import { createMailer } from '../submit/emailTeam.ts';
import { createWiki } from '../wiki/mwWiki.ts';
import type { Own } from './readOwn.ts';
import { notSaved } from './replying.ts';

/**
 * Asks for the address that an application lacks, also once the course is closed; the page says then that it was sent.
 * Null where it lacks none.
 *
 * @param wanted whether it is asked for in any case: another address can be sent as well
 * @param sent called once the wiki has it
 */
export function ownAddress(
	applying: Applying,
	own: Own,
	wanted: boolean,
	sent: () => Promise<void>,
): AddressView | null {
	const { programme, course, account } = applying;
	const asked = course.questions.some(({ type }) => type === 'private-email');
	const { application, state } = own;
	const missing = application.email === 'not sent' && isLive(state);
	if (!wanted && !(asked && missing)) return null;
	const saver = createSaver(createWiki(account), { ...applying, own }, notSaved(programme.contact.address));
	return addressStep(applying, {
		title: own.title,
		words: say(missing ? 'wikilearn-form-address-missing' : 'wikilearn-form-address-again'),
		sent: async () => {
			const summary = say('wikilearn-form-address-summary', text(course.title));
			const saved = await saver.save({ ...application, email: 'sent' }, summary);
			if (saved.kind === 'refused')
				return { ...saved, words: say('wikilearn-form-address-half', saved.words) };
			await sent();
			return null;
		},
	});
}

/**
 * The address alone, for somebody with no application that was made with the form: theirs is on the talk page, where
 * nobody but them can tell which one. They are told what to write there.
 */
export function offerAddress(applying: Applying, place: HTMLElement): void {
	const { course } = applying;
	const title = course.talk ?? new mw.Title(course.page).getTalkPage()?.getPrefixedText() ?? course.page;
	const link = h('a', { href: mw.util.getUrl(title) }, title);
	const step = addressStep(applying, {
		title,
		words: say('wikilearn-form-address-talk'),
		sent: () => {
			showNotice(
				place,
				'success',
				h('p', {}, say('wikilearn-form-address-sent')),
				h('p', {}, say('wikilearn-form-address-talk-mark', 'email = not sent', 'email = sent')),
				h('p', {}, link),
			);
			return Promise.resolve(null);
		},
	});
	fill(place, h('section', { class: 'wikilearn-card' }, step.element));
	if (document.activeElement === document.body) step.focus();
}

interface AddressStep {
	/** Of the page with the application, as the team is told. */
	readonly title: string;
	/** Why it is asked for. */
	readonly words: string;
	/** Called once the wiki passed the address on, and again if that was refused before. Null: done. */
	readonly sent: () => Promise<Refused | null>;
}

export interface AddressView {
	readonly element: HTMLElement;
	focus(): void;
}

/** The form's question for the preferred address, alone: the wiki mails the answer to the team, and it is not kept. */
function addressStep(applying: Applying, { title, words, sent }: AddressStep): AddressView {
	const mail = createMailer(createWiki(applying.account), applying, title);
	const field = addressField(applying);
	const messages = h('div');
	const { button, once } = busyButton('submit', {
		idle: 'wikilearn-form-address-send',
		busy: 'wikilearn-form-sending',
	});
	const submit = async (): Promise<void> => {
		fill(messages);
		const address = field.control.read();
		const wrong = checkAnswer(field.question, address, () => false);
		field.show(wrong);
		if (wrong !== null) {
			field.control.focus.focus();
			return;
		}
		const result = await mail(address);
		if (result.kind === 'sent') {
			const refused = await sent();
			if (refused) showRefused(messages, refused);
			return;
		}
		const said =
			result.kind === 'unknown'
				? say('wikilearn-form-address-unknown')
				: say('wikilearn-form-address-not-sent', result.why);
		const advice = emailAdvice(applying, { title, address, words: said });
		fill(messages, advice);
		advice.focus();
	};
	const element = h(
		'form',
		{ class: 'wikilearn-address', novalidate: true, onsubmit: once(submit) },
		h('p', {}, words),
		field.element,
		messages,
		h('div', { class: 'wikilearn-actions' }, button),
	);
	return {
		element,
		focus() {
			field.control.focus.focus();
		},
	};
}

/** In the gadget's own words, which are in more languages than a programme's. */
function addressField({ course }: Applying): Field {
	const question: Question = {
		id: 'address',
		type: 'private-email',
		label: say('wikilearn-form-address'),
		reason: say('wikilearn-form-address-reason'),
		required: true,
	};
	const id = `wikilearn-${course.id}-address`;
	const attributes = { autocomplete: 'email', dir: 'ltr' };
	return createField(question, lineControl({ id, type: 'email', attributes }), id);
}
