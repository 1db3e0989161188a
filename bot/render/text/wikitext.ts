import { encodeAnswer } from '../../../shared/application/answerWikitext.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';

/** What a link's target cannot hold as it stands in a heading's wikitext. */
const MARKUP = /[[\]{}<>|&'#]/;
/** As long as a title may be. A longer heading is there to be in the way. */
const MAX_SECTION = 255;
/** The target of a link to an application: its page, and its section where the heading is plain text. */
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

/** A link with a text, both shown as they are. The colon keeps categories and files from acting. */
export function pageLink(target: string, text: string): string {
	return `[[:${encodeAnswer(target)}|${encodeAnswer(text)}]]`;
}

type TemplateValues = Readonly<Record<string, string>>;
/** A template call's parameters, for those who make some of them once for many calls. */
export function renderParameters(texts: TemplateValues, wikitexts: TemplateValues = {}): string {
	let result = '';
	for (const key of Object.keys(texts)) result += `|${key}=${encodeAnswer(texts[key] ?? '')}`;
	for (const key of Object.keys(wikitexts)) result += `|${key}=${wikitexts[key] ?? ''}`;
	return result;
}

/**
 * One template call on one line.
 *
 * @param texts shown as they are, whatever they hold
 * @param wikitexts trusted wikitext of our own making
 */
export function renderTemplateCall(
	name: string,
	texts: TemplateValues,
	wikitexts: TemplateValues = {},
): string {
	return `{{${name}${renderParameters(texts, wikitexts)}}}`;
}

/** Stands in for the wikitext while the message is made safe; no message and no name has it. */
const PLACEHOLDER = '\ue000';
/**
 * A message as wikitext that shows it as it is, with wikitext of our own as its last parameter.
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

/** MediaWiki's languages that are written from right to left (`$rtl` in their `Messages*.php`). */
const RTL_LANGUAGES = new Set(
	(
		'aeb-arab ar arc ary arz azb bcc bgn bqi ckb dv fa glk he kk-arab kk-cn khw ks ks-arab ku-arab lki lrc luz mzn ' +
		'nqo pnb prs ps sd sdh skr skr-arab syc ug ug-arab ur ydd yi'
	).split(' '),
);

export function directionOf(language: string): 'ltr' | 'rtl' {
	return RTL_LANGUAGES.has(language.toLowerCase()) ? 'rtl' : 'ltr';
}

/** What stands before and after wikitext in this language. */
export function languageWrapper(language: string): readonly [string, string] {
	const dir = directionOf(language);
	return [`<div lang="${language}" dir="${dir}" class="mw-content-${dir}">\n`, '\n</div>'];
}

/** Wikitext in its own language and direction, which may be others than the wiki's. */
export function wrapInLanguage(language: string, wikitext: string): string {
	const [before, after] = languageWrapper(language);
	return `${before}${wikitext}${after}`;
}

export interface Link {
	readonly target: string;
	readonly text: string;
}

/**
 * Links as wikitext, each in its own direction, separated by commas, in the order of their texts; of many the first ones and how many
 * more.
 */
export function renderLinkList(links: readonly Link[], maximum: number, translate: Translate): string {
	const sorted = [...links].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
	const shown = sorted.slice(0, maximum).map(({ target, text }) => `<bdi>${pageLink(target, text)}</bdi>`);
	const more = links.length - shown.length;
	return [...shown, ...(more > 0 ? [encodeAnswer(translate('wikilearn-report-others', more))] : [])].join(
		', ',
	);
}

/** A link to an application's page with the user's part of its title, or the whole title of any other page. */
export function toApplicationLink(title: string): Link {
	const [, name] = /\/Applications\/([^/]+)$/.exec(title) ?? [];
	return { target: title, text: name ?? title };
}
