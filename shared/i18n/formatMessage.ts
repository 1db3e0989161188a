import type { Messages } from './messages.ts';

type Param = string | number;

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Says a message in the first of the languages that has it. Knows `$1`, `{{PLURAL:$1|…}}` and `{{GENDER:$1|…}}` as
 * MediaWiki does, not nested. The result is plain text, never HTML or wikitext; parameters do not act as markup.
 *
 * @returns `⧼key⧽` for a key that no language has, as MediaWiki shows it.
 */
export function formatMessage(
	fallbacks: readonly Messages[],
	key: string,
	...params: readonly Param[]
): string {
	for (const { language, texts } of fallbacks) {
		const text = texts[key];
		if (typeof text === 'string' && text !== '') return fill(text, params, language);
	}
	return `⧼${key}⧽`;
}

function fill(text: string, params: readonly Param[], language: string): string {
	return text.replace(
		/\{\{(PLURAL|GENDER):\s*\$(\d+)\s*\|([^{}]*)\}\}|\$(\d+)/gi,
		(whole: string, name: string | undefined, subject: string, forms: string, index: string) => {
			const param = params[Number(name ? subject : index) - 1];
			if (param === undefined) return whole;
			if (!name) return typeof param === 'number' ? write(param, language) : param;
			const choose = name.toUpperCase() === 'PLURAL' ? plural : gender;
			return fill(choose(forms.split('|'), param, language), params, language);
		},
	);
}

/** Forms stand in CLDR's order; one too few, and the last is used; `0=none` is for just that number. */
function plural(forms: readonly string[], param: Param, language: string): string {
	const count = Number(param);
	const explicit = forms.filter((form) => /^\s*\d+=/.test(form));
	const exact = explicit.find((form) => parseInt(form, 10) === count);
	if (exact !== undefined) return exact.slice(exact.indexOf('=') + 1);
	const rules = pluralRules(language);
	const used = rules.resolvedOptions().pluralCategories;
	const category = rules.select(count);
	const place = CATEGORIES.filter((name) => used.some((one) => one === name)).indexOf(category);
	return pick(
		forms.filter((form) => !explicit.includes(form)),
		place,
	);
}

/** Forms for male, female and unknown. */
function gender(forms: readonly string[], param: Param): string {
	return pick(forms, param === 'female' ? 1 : param === 'male' || forms.length < 3 ? 0 : 2);
}

function pick(forms: readonly string[], place: number): string {
	return forms[Math.min(place, forms.length - 1)] ?? '';
}

function write(count: number, language: string): string {
	return numberFormat(language).format(count);
}

/** To make one of these takes longer than to use it a hundred times. */
const numberFormat = once((language) => new Intl.NumberFormat(known(language)));
const pluralRules = once((language) => new Intl.PluralRules(known(language)));

function once<T>(make: (language: string) => T): (language: string) => T {
	const made = new Map<string, T>();
	return (language) => {
		const before = made.get(language);
		if (before !== undefined) return before;
		const fresh = make(language);
		made.set(language, fresh);
		return fresh;
	};
}

/** MediaWiki has codes that `Intl` refuses (`map-bms`, `zh-min-nan`) or does not know: those count as English does. */
function known(language: string): string[] {
	try {
		return [...Intl.PluralRules.supportedLocalesOf(language), 'en'];
	} catch {
		return ['en'];
	}
}
