import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';

/** What a link's target cannot hold as it stands in a heading's wikitext. */
const markup = /[[\]{}<>|&'#]/;
/** As long as a title may be. A longer heading is there to be in the way. */
const longestSection = 255;

/** The target of a link to an application: its page, and its section where the heading is plain text. */
export function applicationTarget({
	title,
	section,
}: {
	readonly title: string;
	readonly section: string;
}): string {
	const isPlain = section !== '' && section.length <= longestSection && !markup.test(section);
	return isPlain ? `${title}#${section}` : title;
}

/** A link with a text, both shown as they are. The colon keeps categories and files from acting. */
export function pageLink(target: string, text: string): string {
	return `[[:${encodeAnswer(target)}|${encodeAnswer(text)}]]`;
}
