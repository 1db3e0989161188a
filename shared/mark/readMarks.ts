import { decodeAnswer } from '../application/decodeAnswer.ts';
import type { FoundApplication, FoundApplications } from '../application/readApplications.ts';
import { findCalls, type Call } from '../wikitext/findCalls.ts';
import { templateName } from '../wikitext/templateName.ts';
import { markTemplates, type Mark, type MarkKind } from './mark.ts';

export interface FoundMark extends Mark {
	/** Calls that say the same in every parameter have the same key. */
	readonly key: string;
	/** The application that it stands with, or null. */
	readonly on: FoundApplication | null;
}

const kinds = new Map<string, MarkKind>();
(['decision', 'reply', 'recusal'] as const).forEach((kind) => {
	kinds.set(markTemplates[kind], kind);
});

/**
 * Every mark on a page, whoever wrote it, and the application that it is about: the nearest one above it in the same
 * section (subsections are part of it); else the first one below in the same section. A subpage is one section.
 */
export function readMarks(
	{ scan, applications }: FoundApplications,
	kind: 'subpage' | 'talk',
): readonly FoundMark[] {
	const firstHeading = scan.headings[0]?.start ?? scan.text.length;
	const { calls } = findCalls(scan, isMark);
	return calls.map((call) => ({
		...readMark(call),
		on: applicationFor(call.start, applications, kind === 'subpage' ? null : firstHeading),
	}));
}

function isMark(rawName: string): boolean {
	return kinds.has(templateName(rawName));
}

/** @param firstHeading where the part of a talk page without a heading ends; null: sections do not matter */
function applicationFor(
	at: number,
	applications: readonly FoundApplication[],
	firstHeading: number | null,
): FoundApplication | null {
	const near = applications.filter(({ section }) => {
		if (firstHeading === null) return true;
		return section ? section.start <= at && at < section.end : at < firstHeading;
	});
	const above = near.filter(({ start }) => start < at);
	return above[above.length - 1] ?? near[0] ?? null;
}

function readMark({ name, params }: Call): Omit<FoundMark, 'on'> {
	const kind = kinds.get(templateName(name)) ?? 'decision';
	const given = new Map(params.map((param) => [param.name, decodeAnswer(param.value).trim()]));
	return { kind, given, key: JSON.stringify([kind, ...Array.from(given).sort()]) };
}
