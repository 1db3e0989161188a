import { decodeAnswer } from '../application/decodeAnswer.ts';
import type { FoundApplication } from '../application/readApplications.ts';
import type { Outcome } from '../rules/status.ts';
import { findCalls, type Call } from '../wikitext/findCalls.ts';
import { findSections } from '../wikitext/findSections.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';
import { templateName } from '../wikitext/templateName.ts';
import { decisionTemplate, type WrittenDecision } from './decision.ts';

export interface FoundDecision {
	readonly decision: WrittenDecision;
	/** Calls that say the same in every parameter have the same key. */
	readonly key: string;
	/** The application that it stands with, or null. */
	readonly on: FoundApplication | null;
}

/**
 * Every decision on a page, whoever wrote it, and the application that it is about: the nearest one above it in the
 * same section (subsections are part of it); else the first one below in the same section. A subpage is one section.
 *
 * @param applications those on this very text
 */
export function readDecisions(
	text: string,
	applications: readonly FoundApplication[],
	kind: 'subpage' | 'talk',
): readonly FoundDecision[] {
	if (!/decision/i.test(text)) return [];
	const scan = scanWikitext(text);
	const firstHeading = findSections(scan)[0]?.start ?? text.length;
	const { calls } = findCalls(scan, (name) => templateName(name) === decisionTemplate);
	return calls.map((call) => ({
		...readDecision(call),
		on: applicationFor(call.start, applications, kind === 'subpage' ? null : firstHeading),
	}));
}

/** @param firstHeading where the part of a talk page without a heading ends; null: sections do not matter */
function applicationFor(
	at: number,
	applications: readonly FoundApplication[],
	firstHeading: number | null,
): FoundApplication | null {
	const near = applications.filter(({ sectionRange }) => {
		if (firstHeading === null) return true;
		return sectionRange ? sectionRange.start <= at && at < sectionRange.end : at < firstHeading;
	});
	const above = near.filter(({ start }) => start < at);
	return above[above.length - 1] ?? near[0] ?? null;
}

function readDecision(call: Call): Pick<FoundDecision, 'decision' | 'key'> {
	const given = new Map(call.params.map(({ name, value }) => [name, decodeAnswer(value).trim()]));
	const written = given.get('outcome') ?? '';
	return {
		decision: { outcome: outcomeOf(written), written, note: given.get('note') ?? '' },
		key: JSON.stringify(Array.from(given).sort()),
	};
}

function outcomeOf(written: string): Outcome | null {
	const word = written.toLowerCase();
	return word === 'accepted' || word === 'waitlisted' || word === 'declined' ? word : null;
}
