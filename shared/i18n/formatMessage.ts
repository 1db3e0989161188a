type Param = string | number;

const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

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
		if (typeof text === 'string' && text !== '') return fillParams(text, params, language);
	}
	return `⧼${key}⧽`;
}

function fillParams(text: string, params: readonly Param[], language: string): string {
	return text.replace(
		/\{\{(PLURAL|GENDER):\s*\$(\d+)\s*\|([^{}]*)\}\}|\$(\d+)/gi,
		(whole: string, name: string | undefined, subject: string, forms: string, index: string) => {
			const param = params[Number(name ? subject : index) - 1];
			if (param === undefined) return whole;
			if (!name) return typeof param === 'number' ? formatNumber(param, language) : param;
			const choose = name.toUpperCase() === 'PLURAL' ? choosePlural : chooseGender;
			return fillParams(choose(forms.split('|'), param, language), params, language);
		},
	);
}

/** Forms stand in CLDR's order; one too few, and the last is used; `0=none` is for just that number. */
function choosePlural(forms: readonly string[], param: Param, language: string): string {
	const count = Number(param);
	const explicit = forms.filter((form) => /^\s*\d+=/.test(form));
	const exact = explicit.find((form) => parseInt(form, 10) === count);
	if (exact !== undefined) return exact.slice(exact.indexOf('=') + 1);
	const rules = pluralRules(language);
	const usedCategories = rules.resolvedOptions().pluralCategories;
	const category = rules.select(count);
	const index = PLURAL_CATEGORIES.filter((name) =>
		usedCategories.some((category) => category === name),
	).indexOf(category);
	return pickForm(
		forms.filter((form) => !explicit.includes(form)),
		index,
	);
}

/** Forms for male, female and unknown. */
function chooseGender(forms: readonly string[], param: Param): string {
	return pickForm(forms, param === 'female' ? 1 : param === 'male' || forms.length < 3 ? 0 : 2);
}

function pickForm(forms: readonly string[], index: number): string {
	return forms[Math.min(index, forms.length - 1)] ?? '';
}

function formatNumber(count: number, language: string): string {
	return numberFormat(language).format(count);
}

/** To make one of these takes longer than to use it a hundred times. */
const numberFormat = memoize((language) => new Intl.NumberFormat(getSupportedLocales(language)));
const pluralRules = memoize((language) => new Intl.PluralRules(getSupportedLocales(language)));

function memoize<T>(make: (language: string) => T): (language: string) => T {
	const cache = new Map<string, T>();
	return (language) => {
		const cached = cache.get(language);
		if (cached !== undefined) return cached;
		const created = make(language);
		cache.set(language, created);
		return created;
	};
}

/** MediaWiki has codes that `Intl` refuses (`map-bms`, `zh-min-nan`) or does not know: those count as English does. */
function getSupportedLocales(language: string): string[] {
	try {
		return [...Intl.PluralRules.supportedLocalesOf(language), 'en'];
	} catch {
		return ['en'];
	}
}

/** A message in words, in one language. An unknown key gives `⧼key⧽`. */
export type Translate = (key: string, ...params: readonly (string | number)[]) => string;
/** The messages of a language (a MediaWiki language code), with its fallbacks. */
export type TranslateInto = (language: string) => Translate;
/** The texts of one language, as in its file here. */
export interface Messages {
	/** MediaWiki's code of the language, e.g. `pt-br`. */
	readonly language: string;
	/** By key; `@metadata` is no text. */
	readonly texts: Readonly<Record<string, unknown>>;
}
