import type { Question } from '../../shared/programme/schema.ts';
import { busyButton } from '../form/busyButton.ts';
import { checkAnswer } from '../form/checkAnswer.ts';
import { createField, type Field } from '../form/field.ts';
import { fill, h } from '../form/h.ts';
import { lineControl } from '../form/questions/textControl.ts';
import { say } from '../form/say.ts';
import type { Applying, Refused } from '../form/sender.ts';
import { emailAdvice } from '../send/emailAdvice.ts';
import { createMailer } from '../send/emailTeam.ts';
import { createWiki } from '../wiki.ts';
import { showRefused } from './acting.ts';

export interface AddressStep {
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
export function addressStep(applying: Applying, { title, words, sent }: AddressStep): AddressView {
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
