import { isRecord } from '../isRecord.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { actionButton, plainButton } from '../ui/buttons.ts';
import { h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';
import type { Refusal } from '../ui/notice.ts';
import type { Answers } from '../course/applicationContext.ts';

export interface Preview {
	/** The rendered page. */
	readonly page: HTMLElement;
	/** The private address that is sent with it. */
	readonly address: string | null;
	readonly onBack: () => void;
	/** Null: done. */
	readonly send: () => Promise<Refusal | null>;
}

/** The preview: the page, the private address, and a button that sends both. */
export function previewView({ page, address, onBack, send }: Preview): HTMLElement {
	const heading = h('h3', { id: 'wikilearn-answers-preview' }, msg('wikilearn-form-review'));
	const { button, messages } = actionButton(
		{ idle: 'wikilearn-form-send', busy: 'wikilearn-form-sending' },
		send,
	);
	return h(
		'section',
		{ class: 'wikilearn-answers-preview', 'aria-labelledby': heading.id },
		heading,
		h('p', {}, msg('wikilearn-form-review-how')),
		h('div', { class: 'wikilearn-card' }, page),
		address === null ? null : h('p', {}, msg('wikilearn-form-review-email', address)),
		messages,
		h('div', { class: 'wikilearn-actions' }, button, ' ', plainButton('wikilearn-form-back', onBack)),
	);
}

/**
 * Renders the text to be saved with the wiki's own parser.
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
	// As safe as the page itself, which the same parser renders. DOMParser's documents do not run scripts.
	const nodes = Array.from(new DOMParser().parseFromString(html, 'text/html').body.childNodes);
	return h('div', { class: 'wikilearn-preview' }, ...nodes);
}

/** The preview that replaces the form, or why it cannot be shown. */
export type PreviewResult = { readonly kind: 'ready'; readonly element: HTMLElement } | Refusal;
export interface PreviewEvents {
	/** Called to return to the form, which is unchanged. */
	readonly onBack: () => void;
	/** Called after the application was saved. */
	readonly onSaved: (receipt: HTMLElement) => void;
}

/** The part of the form that is needed only for sending: a separate module, so that the form loads faster. */
export interface Submitter {
	/** Whether an answer contains an email address, a phone number or similar. */
	containsContactDetails(answer: string): boolean;
	/** Shows the page exactly as it will be saved, with a button that sends it. Never rejects. */
	preview(answers: Answers, events: PreviewEvents): Promise<PreviewResult>;
}
