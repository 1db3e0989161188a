import { h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';
import type { Refusal } from '../ui/notice.ts';

interface CaptchaField {
	readonly element: HTMLElement;
	readonly readParams: () => { readonly captchaid: string; readonly captchaword: string };
}

export interface Captcha {
	/** The parameters for the next attempt, returned only once. */
	params(): Partial<ReturnType<CaptchaField['readParams']>>;
	/**
	 * Creates the message and the input field for a CAPTCHA.
	 *
	 * @param captcha the API's `edit.captcha`: `{ type, mime, id, question | url }`
	 */
	challenge(captcha: Readonly<Record<string, unknown>>): Refusal;
}

/** Handles CAPTCHAs between two attempts. @param contactAddress of the team */
export function createCaptcha(contactAddress: string): Captcha {
	let field: CaptchaField | null = null;
	return {
		params() {
			const answer = field?.readParams() ?? {};
			field = null;
			return answer;
		},
		challenge(captcha) {
			field = createCaptchaField(captcha);
			return field
				? { kind: 'refused', message: msg('wikilearn-form-captcha'), details: field.element }
				: { kind: 'refused', message: msg('wikilearn-form-captcha-unknown', contactAddress) };
		},
	};
}

/**
 * An input field for a question (QuestyCaptcha, as HTML), a sum (SimpleCaptcha, MathCaptcha) or a picture (FancyCaptcha).
 * Null for CAPTCHAs that need a third-party script.
 */
function createCaptchaField(captcha: Readonly<Record<string, unknown>>): CaptchaField | null {
	const { id, question, url, mime } = captcha;
	if (typeof id !== 'string' && typeof id !== 'number') return null;
	const input = h('input', {
		id: 'wikilearn-captcha',
		type: 'text',
		class: 'wikilearn-input',
		autocomplete: 'off',
		autocapitalize: 'off',
	});
	const questionText = typeof question === 'string' ? formatQuestion(question, mime) : null;
	const picture =
		typeof url === 'string' ? h('img', { src: url, alt: msg('wikilearn-form-captcha-picture') }) : null;
	if (questionText === null && !picture) return null;
	const label = h('label', { for: input.id }, questionText ?? msg('wikilearn-form-captcha-picture'));
	return {
		element: h('div', { class: 'wikilearn-field' }, picture, label, input),
		readParams: () => ({ captchaid: String(id), captchaword: input.value.trim() }),
	};
}

/** Converts HTML to text. Nothing in it runs or loads, because its document is never displayed. */
function formatQuestion(question: string, mime: unknown): string {
	if (mime !== 'text/html') return question;
	const { body } = new DOMParser().parseFromString(question, 'text/html');
	return body.textContent.replace(/\s+/g, ' ').trim();
}
