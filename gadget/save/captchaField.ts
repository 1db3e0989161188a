import { h } from '../form/h.ts';
import { say } from '../form/say.ts';
import { textOfHtml } from './textOfHtml.ts';

export interface CaptchaField {
	readonly element: HTMLElement;
	/** What goes with the next attempt. */
	answer(): { readonly captchaid: string; readonly captchaword: string };
}

/**
 * A field for what the wiki asks: a question (QuestyCaptcha, as HTML), a sum (SimpleCaptcha, MathCaptcha) or a picture
 * (FancyCaptcha). Null for kinds that need another company's script.
 *
 * @param captcha the API's `edit.captcha`: `{ type, mime, id, question | url }`
 */
export function captchaField(captcha: Readonly<Record<string, unknown>>): CaptchaField | null {
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
	return {
		element: h(
			'div',
			{ class: 'wikilearn-field' },
			picture,
			h('label', { for: input.id }, asked ?? say('wikilearn-form-captcha-picture')),
			input,
		),
		answer: () => ({ captchaid: String(id), captchaword: input.value.trim() }),
	};
}

function sayQuestion(question: string, mime: unknown): string {
	return mime === 'text/html' ? textOfHtml(question) : question;
}
