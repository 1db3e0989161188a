import { say } from '../form/say.ts';
import type { Refused } from '../form/sender.ts';
import { captchaField, type CaptchaField } from './captchaField.ts';

export interface AskedCaptcha {
	/** Null: a kind that cannot be asked here. */
	readonly field: CaptchaField | null;
	readonly refused: Refused;
}

/** What people are told and asked where the wiki wants a CAPTCHA solved. @param address of the team */
export function askCaptcha(captcha: Readonly<Record<string, unknown>>, address: string): AskedCaptcha {
	const field = captchaField(captcha);
	const refused: Refused = field
		? { kind: 'refused', words: say('wikilearn-form-captcha'), more: field.element }
		: { kind: 'refused', words: say('wikilearn-form-captcha-unknown', address) };
	return { field, refused };
}
