import type { Change } from '../submission/change.ts';
import { lastOf } from '../submission/lastOf.ts';
import { traceCalls, type Step, type Traced } from '../submission/traceCalls.ts';
import type { Mark } from './mark.ts';

/** A mark in a form that somebody gave it who is entitled to. */
export interface TracedMark {
	readonly given: Mark['given'];
	readonly change: Change;
}

/** What became of the marks of a kind on one application. */
export interface Marked {
	/** Oldest first; the last one is in force. */
	readonly marks: readonly TracedMark[];
	/** By people who are not entitled: a mark put there (or put back), or one that they changed, moved or removed. */
	readonly foreign: readonly Change[];
	readonly changed: readonly Change[];
}

export const NO_MARKS: Marked = { marks: [], foreign: [], changed: [] };

/**
 * Whose marks stand on a page. Each is about the application whose number is its `section`, and cannot be moved to
 * another one: there it is a new call, of whoever moved it.
 *
 * A mark counts in the newest form that someone entitled gave it, until someone entitled takes it away. What others do
 * to it has no effect and is told.
 *
 * @param history of marks of one kind
 * @param isEntitled whether a change may make a mark on the application of this number
 */
export function traceMarks(
	history: readonly Step<Mark>[],
	isEntitled: (change: Change, section: string) => boolean,
): ReadonlyMap<string, Marked> {
	const byApplication = new Map<string, Marked[]>();
	for (const life of traceCalls(history, { mayChange: () => true, fixed: true })) {
		const { section } = lastOf(life.versions);
		const marked = judge(life, ({ change }) => isEntitled(change, section));
		byApplication.set(section, [...(byApplication.get(section) ?? []), marked]);
	}
	return new Map(
		Array.from(byApplication).map(([section, all]): [string, Marked] => [
			section,
			{
				marks: all.flatMap(({ marks }) => marks).sort(byTime),
				foreign: all.flatMap(({ foreign }) => foreign),
				changed: all.flatMap(({ changed }) => changed),
			},
		]),
	);
}

function judge(life: Traced<Mark>, isEntitled: (one: { readonly change: Change }) => boolean): Marked {
	const valid = life.versions.filter(isEntitled);
	const lastWord = life.events.filter(isEntitled).pop();
	const newest = lastOf(life.versions);
	if (valid.length === 0 || lastWord?.kind === 'removed') {
		// Nobody sees it any more: nothing to tell.
		if (life.removed) return NO_MARKS;
		const back = life.events.filter(({ kind }) => kind === 'restored').pop();
		return { ...NO_MARKS, foreign: [back?.change ?? newest.change] };
	}
	const marks = valid.map(({ value, change }) => ({ given: value.given, change }));
	if (life.removed && !isEntitled({ change: life.removed }))
		return { marks, foreign: [], changed: [life.removed] };
	const isOther = newest.key !== valid[valid.length - 1]?.key;
	return { marks, foreign: [], changed: isOther ? [newest.change] : [] };
}

function byTime(a: TracedMark, b: TracedMark): number {
	return a.change.revid - b.change.revid;
}
