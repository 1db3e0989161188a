import { encodeAnswer } from '../application/encodeAnswer.ts';
import { decodeAnswer } from '../application/decodeAnswer.ts';
import { findCalls } from '../wikitext/findCalls.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';
import { templateName } from '../wikitext/templateName.ts';

/** On the report page, by a reviewer: the decision notices of a course may go out. It covers decisions made before it. */
export const releaseTemplate = 'WikiLearn release';

/** @param by a user name, and `date` an instant: for readers alone */
export function writeRelease(course: string, by: string, date: string): string {
	return `{{${releaseTemplate}|course=${encodeAnswer(course)}|by=${encodeAnswer(by)}|date=${encodeAnswer(date)}}}`;
}

/** A release as it stands on a page, whoever put it there. */
export interface WrittenRelease {
	readonly course: string;
	/** Releases that say the same in every parameter have the same key. */
	readonly key: string;
}

export function readReleases(text: string): readonly WrittenRelease[] {
	if (!/release/i.test(text)) return [];
	const { calls } = findCalls(scanWikitext(text), (name) => templateName(name) === releaseTemplate);
	return calls.map(({ params }) => {
		const given = new Map(params.map(({ name, value }) => [name, decodeAnswer(value).trim()]));
		return { course: given.get('course') ?? '', key: JSON.stringify(Array.from(given).sort()) };
	});
}

/** Ends the summary of the edit with which the bot's own account, told by a command, puts a release on the page. */
export function releaseMark(course: string): string {
	return `(wikilearn:release/${course})`;
}

/** The course that an edit summary of the bot's releases, or null. */
export function readReleaseMark(summary: string): string | null {
	return /\(wikilearn:release\/([a-z][a-z0-9-]*)\)$/.exec(summary.trim())?.[1] ?? null;
}
