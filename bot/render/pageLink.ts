import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';

/** What a link's target cannot hold as it stands in a heading's wikitext. */
const markup = /[[\]{}<>|&'#]/;

/** The target of a link to an application: its page, and its section where the heading is plain text. */
export function applicationTarget({
	title,
	section,
}: {
	readonly title: string;
	readonly section: string;
}): string {
	return section === '' || markup.test(section) ? title : `${title}#${section}`;
}

/** A link with a text, both shown as they are. The colon keeps categories and files from acting. */
export function pageLink(target: string, text: string): string {
	return `[[:${encodeAnswer(target)}|${encodeAnswer(text)}]]`;
}
