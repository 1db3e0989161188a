type Param = string | number;

const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Formats a message in the first language that has it. Supports `$1`, `{{PLURAL:$1|…}}` and `{{GENDER:$1|…}}` as
 * MediaWiki does, without nesting. The result is plain text, never HTML or wikitext; parameters never act as markup.
 *
 * @returns `⧼key⧽` for an unknown key, as MediaWiki displays it
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

/** Forms are in CLDR's order. The last one replaces missing forms; `0=none` is only for that number. */
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

/** Creating a formatter takes longer than using it a hundred times. */
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

/** `Intl` rejects some of MediaWiki's codes (`map-bms`, `zh-min-nan`) and does not know others: these use English. */
function getSupportedLocales(language: string): string[] {
	try {
		return [...Intl.PluralRules.supportedLocalesOf(language), 'en'];
	} catch {
		return ['en'];
	}
}

/** Formats a message in one language. An unknown key gives `⧼key⧽`. */
export type Translate = (key: string, ...params: readonly (string | number)[]) => string;
/** Returns a language's `Translate` (a MediaWiki language code), with its fallbacks. */
export type TranslateInto = (language: string) => Translate;
/** The messages of one language, from its JSON file. */
export interface Messages {
	/** MediaWiki's language code, for example `pt-br`. */
	readonly language: string;
	/** Texts by key; `@metadata` is not a text. */
	readonly texts: Readonly<Record<string, unknown>>;
}
