/** Why something was not done and what to do; `more` is something to look at or to answer, such as a CAPTCHA. */
export interface Refused {
	readonly kind: 'refused';
	readonly words: string;
	readonly more?: HTMLElement;
}
