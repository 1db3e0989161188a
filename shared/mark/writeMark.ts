import { encodeAnswer } from '../application/encodeAnswer.ts';
import { readApplications } from '../application/readApplications.ts';
import type { FoundApplication } from '../application/readApplications.ts';
import { markTemplates, type MarkKind } from './mark.ts';

/** A mark as wikitext. Empty values are left out. */
export function writeMark(kind: MarkKind, given: Readonly<Record<string, string>>): string {
	const params = Object.keys(given)
		.filter((name) => (given[name] ?? '') !== '')
		.map((name) => `|${name}=${encodeAnswer(given[name] ?? '')}`);
	return `{{${markTemplates[kind]}${params.join('')}}}`;
}

/**
 * The page with a mark added: at the end of a subpage, or of the application's section on a talk page, so that it is
 * about that application and the newest of its kind.
 *
 * @param on the application, as found on this very text
 */
export function addMark(text: string, on: FoundApplication, kind: 'subpage' | 'talk', mark: string): string {
	const end = kind === 'subpage' ? text.length : endOfThread(text, on);
	const before = text.slice(0, end).trimEnd();
	const after = text.slice(end);
	return `${before}\n\n${mark}\n${after === '' ? '' : `\n${after}`}`;
}

/** Where the application's section ends, or the next application in it begins. */
function endOfThread(text: string, { start, section }: FoundApplication): number {
	const end = section?.end ?? text.length;
	const next = readApplications(text).applications.find((one) => one.start > start && one.start < end);
	return next?.section && next.section.start > start ? next.section.start : (next?.start ?? end);
}
