import { encodeAnswer } from '../../../shared/application/answerWikitext.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';

/** Characters of a heading's wikitext that a link target cannot contain verbatim. */
const MARKUP = /[[\]{}<>|&'#]/;
/** A title's maximum length. Only abusive headings are longer. */
const MAX_SECTION = 255;
/** The link target of an application: its page, and its section if the heading is plain text. */
export function applicationTarget({
	title,
	section,
}: {
	readonly title: string;
	readonly section: string;
}): string {
	const isPlain = section !== '' && section.length <= MAX_SECTION && !MARKUP.test(section);
	return isPlain ? `${title}#${section}` : title;
}

/** A link, with target and text escaped. The colon prevents category membership and file embedding. */
export function pageLink(target: string, text: string): string {
	return `[[:${encodeAnswer(target)}|${encodeAnswer(text)}]]`;
}

type TemplateValues = Readonly<Record<string, string>>;
/** Renders a template call's parameters; exported for parameters that many calls share. */
export function renderParameters(texts: TemplateValues, wikitexts: TemplateValues = {}): string {
	let result = '';
	for (const key of Object.keys(texts)) result += `|${key}=${encodeAnswer(texts[key] ?? '')}`;
	for (const key of Object.keys(wikitexts)) result += `|${key}=${wikitexts[key] ?? ''}`;
	return result;
}

/**
 * A template call on one line.
 *
 * @param texts escaped, shown verbatim
 * @param wikitexts trusted wikitext of our own making
 */
export function renderTemplateCall(
	name: string,
	texts: TemplateValues,
	wikitexts: TemplateValues = {},
): string {
	return `{{${name}${renderParameters(texts, wikitexts)}}}`;
}

/** Placeholder for the wikitext while the message is escaped; no message or name contains it. */
const PLACEHOLDER = '\ue000';
/**
 * A message as escaped wikitext, with wikitext of our own as its last parameter.
 *
 * @param texts the parameters before it
 */
export function messageWithWikitext(
	translate: Translate,
	key: string,
	texts: readonly (string | number)[],
	wikitext: string,
): string {
	return encodeAnswer(translate(key, ...texts, PLACEHOLDER))
		.split(PLACEHOLDER)
		.join(wikitext);
}

/** MediaWiki's right-to-left languages (`$rtl` in their `Messages*.php`). */
const RTL_LANGUAGES = new Set(
	(
		'aeb-arab ar arc ary arz azb bcc bgn bqi ckb dv fa glk he kk-arab kk-cn khw ks ks-arab ku-arab lki lrc luz mzn ' +
		'nqo pnb prs ps sd sdh skr skr-arab syc ug ug-arab ur ydd yi'
	).split(' '),
);

export function directionOf(language: string): 'ltr' | 'rtl' {
	return RTL_LANGUAGES.has(language.toLowerCase()) ? 'rtl' : 'ltr';
}

/** The markup before and after wikitext in this language. */
export function languageWrapper(language: string): readonly [string, string] {
	const dir = directionOf(language);
	return [`<div lang="${language}" dir="${dir}" class="mw-content-${dir}">\n`, '\n</div>'];
}

/** Wikitext marked with its language and direction, which may differ from the wiki's. */
export function wrapInLanguage(language: string, wikitext: string): string {
	const [before, after] = languageWrapper(language);
	return `${before}${wikitext}${after}`;
}

export interface Link {
	readonly target: string;
	readonly text: string;
}

/**
 * Links as wikitext, each bidi-isolated, sorted by text and separated by commas; after `maximum` links, the number of
 * further ones.
 */
export function renderLinkList(links: readonly Link[], maximum: number, translate: Translate): string {
	const sorted = [...links].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
	const shown = sorted.slice(0, maximum).map(({ target, text }) => `<bdi>${pageLink(target, text)}</bdi>`);
	const more = links.length - shown.length;
	return [...shown, ...(more > 0 ? [encodeAnswer(translate('wikilearn-report-others', more))] : [])].join(
		', ',
	);
}

/** A link to an application, labelled with the user's part of its title; other pages with the whole title. */
export function toApplicationLink(title: string): Link {
	const [, name] = /\/Applications\/([^/]+)$/.exec(title) ?? [];
	return { target: title, text: name ?? title };
}
