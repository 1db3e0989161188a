import { shorten } from '../i18n/shorten.ts';

const longest = 80;

/** A value as a person finds it on the page: shortened, with invisible and direction-changing characters spelled out. */
export function showValue(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
	if (typeof value === 'object' && value !== null) {
		return Object.keys(value).length === 0 ? 'empty curly brackets' : 'an object in curly brackets';
	}
	return typeof value === 'string' ? quote(value) : shorten(JSON.stringify(value), longest);
}

/** A value as it would be written on the page, on one line. */
export function writeValue(value: unknown): string {
	return JSON.stringify(value, null, 1)
		.replace(/\n */g, ' ')
		.replace(/([[{]) | (?=[\]}])/g, '$1');
}

function quote(text: string): string {
	return JSON.stringify(shorten(text, longest)).replace(
		/[\u007f-\u00a0\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g,
		(character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'),
	);
}

/** Steps into a JSON value as people read them: `courses[0].closes`; odd keys in quotes. */
export function writePath(steps: readonly unknown[]): string {
	const written = steps.map((step) => {
		if (typeof step === 'number') return `[${step}]`;
		const key = String(step);
		return /^[\w$-]{1,60}$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 60))}]`;
	});
	return written.join('').replace(/^\./, '');
}
