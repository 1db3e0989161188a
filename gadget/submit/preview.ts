import { isRecord } from '../isRecord.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { actionButton, plainButton } from '../ui/buttons.ts';
import { h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';
import type { Refusal } from '../ui/notice.ts';
import type { Answers } from '../course/applicationContext.ts';

export interface Preview {
	/** The page as it will be. */
	readonly page: HTMLElement;
	/** What is sent beside it, not to be public. */
	readonly address: string | null;
	readonly onBack: () => void;
	/** Null: done. */
	readonly send: () => Promise<Refusal | null>;
}

/** Check your answers: the page, what goes to the team alone, and a button that sends it all. */
export function previewView({ page, address, onBack, send }: Preview): HTMLElement {
	const heading = h('h3', { id: 'wikilearn-review' }, msg('wikilearn-form-review'));
	const { button, messages } = actionButton(
		{ idle: 'wikilearn-form-send', busy: 'wikilearn-form-sending' },
		send,
	);
	return h(
		'section',
		{ class: 'wikilearn-review', 'aria-labelledby': heading.id },
		heading,
		h('p', {}, msg('wikilearn-form-review-how')),
		h('div', { class: 'wikilearn-card' }, page),
		address === null ? null : h('p', {}, msg('wikilearn-form-review-email', address)),
		messages,
		h('div', { class: 'wikilearn-actions' }, button, ' ', plainButton('wikilearn-form-back', onBack)),
	);
}

/**
 * A page as the wiki will show it, made by the wiki's own parser from the text that will be saved.
 *
 * @throws WikiError
 */
export async function renderPreview(wiki: Wiki, title: string, text: string): Promise<HTMLElement> {
	const { parse } = await wiki.query({
		action: 'parse',
		title,
		text,
		contentmodel: 'wikitext',
		pst: true,
		preview: true,
		prop: 'text',
		disableeditsection: true,
		disablelimitreport: true,
		uselang: mw.config.get('wgUserLanguage'),
	});
	const html = isRecord(parse) && typeof parse.text === 'string' ? parse.text : '';
	// The wiki's parser made it, as it makes the page itself; read into a document of its own, no script of it runs.
	const nodes = Array.from(new DOMParser().parseFromString(html, 'text/html').body.childNodes);
	return h('div', { class: 'wikilearn-preview' }, ...nodes);
}

/** What takes the form's place while people check their answers, or why it cannot be shown. */
export type PreviewResult = { readonly kind: 'ready'; readonly element: HTMLElement } | Refusal;
export interface PreviewEvents {
	/** They want to change something: the form again, as it was. */
	readonly onBack: () => void;
	/** The wiki has it. */
	readonly onSaved: (receipt: HTMLElement) => void;
}

/** What is wanted only once somebody answers: a module of its own, so that the form is there sooner. */
export interface Submitter {
	/** Whether an answer holds an email address, a phone number or the like. */
	containsContactDetails(answer: string): boolean;
	/** The page exactly as it will be, with the button that sends it. Never rejects. */
	preview(answers: Answers, events: PreviewEvents): Promise<PreviewResult>;
}
