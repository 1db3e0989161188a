import { h } from '../ui/h.ts';
import { say } from '../ui/msg.ts';
import type { Refused } from '../ui/refused.ts';

interface CaptchaField {
	readonly element: HTMLElement;
	readonly answer: () => { readonly captchaid: string; readonly captchaword: string };
}

export interface Captcha {
	/** What goes with the next attempt, once. */
	answer(): Partial<ReturnType<CaptchaField['answer']>>;
	/**
	 * What people are told and asked where the wiki wants a CAPTCHA solved.
	 *
	 * @param captcha the API's `edit.captcha`: `{ type, mime, id, question | url }`
	 */
	ask(captcha: Readonly<Record<string, unknown>>): Refused;
}

/** Asks what the wiki asks between two attempts. @param address of the team */
export function createCaptcha(address: string): Captcha {
	let field: CaptchaField | null = null;
	return {
		answer() {
			const answer = field?.answer() ?? {};
			field = null;
			return answer;
		},
		ask(captcha) {
			field = captchaField(captcha);
			return field
				? { kind: 'refused', words: say('wikilearn-form-captcha'), more: field.element }
				: { kind: 'refused', words: say('wikilearn-form-captcha-unknown', address) };
		},
	};
}

/**
 * A field for what the wiki asks: a question (QuestyCaptcha, as HTML), a sum (SimpleCaptcha, MathCaptcha) or a picture
 * (FancyCaptcha). Null for kinds that need another company's script.
 */
function captchaField(captcha: Readonly<Record<string, unknown>>): CaptchaField | null {
	const { id, question, url, mime } = captcha;
	if (typeof id !== 'string' && typeof id !== 'number') return null;
	const input = h('input', {
		id: 'wikilearn-captcha',
		type: 'text',
		class: 'wikilearn-input',
		autocomplete: 'off',
		autocapitalize: 'off',
	});
	const asked = typeof question === 'string' ? sayQuestion(question, mime) : null;
	const picture =
		typeof url === 'string' ? h('img', { src: url, alt: say('wikilearn-form-captcha-picture') }) : null;
	if (asked === null && !picture) return null;
	const label = h('label', { for: input.id }, asked ?? say('wikilearn-form-captcha-picture'));
	return {
		element: h('div', { class: 'wikilearn-field' }, picture, label, input),
		answer: () => ({ captchaid: String(id), captchaword: input.value.trim() }),
	};
}

/** HTML as text: nothing of it runs or is fetched, as the document that it is read into is never shown. */
function sayQuestion(question: string, mime: unknown): string {
	if (mime !== 'text/html') return question;
	const { body } = new DOMParser().parseFromString(question, 'text/html');
	return body.textContent.replace(/\s+/g, ' ').trim();
}
