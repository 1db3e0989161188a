import {
	MARK_LIMIT,
	MAX_APPLICANTS,
	writeAction,
	type DecidedApplicant,
	type LogAction,
} from '../../../shared/actions/mark.ts';
import type { Wanted } from '../wanted.ts';

/** What is decided about whom. */
export interface Decided {
	readonly course: string;
	readonly applicant: DecidedApplicant;
	readonly wanted: Wanted;
}

/** What goes into one mark. */
export interface Group<T extends Decided> {
	readonly action: Extract<LogAction, { kind: 'decide' }>;
	readonly note: string;
	readonly decided: readonly [T, ...T[]];
}

/**
 * Decisions in as few edits of the log as marks can hold: those that say the same of different people go together, in the
 * order of the first. One with a note or a place of its own goes alone.
 */
export function groupDecisions<T extends Decided>(all: readonly T[]): readonly Group<T>[] {
	const groups: Group<T>[] = [];
	for (const one of all) {
		const index = groups.findIndex((group) => fits(group, one));
		const group = groups[index];
		if (group) groups[index] = groupOf([...group.decided, one]);
		else groups.push(groupOf([one]));
	}
	return groups;
}

function groupOf<T extends Decided>(decided: readonly [T, ...T[]]): Group<T> {
	const [{ course, wanted }] = decided;
	const { verdict, place, note } = wanted;
	const applicants = decided.map(({ applicant }) => applicant);
	return { action: { kind: 'decide', course, verdict, place, applicants }, note, decided };
}

function fits<T extends Decided>(
	{ action, note, decided }: Group<T>,
	{ course, wanted, applicant }: T,
): boolean {
	const isPlain = action.place === null && note === '' && wanted.place === null && wanted.note === '';
	const isSame = action.course === course && action.verdict === wanted.verdict;
	if (!isPlain || !isSame || decided.length >= MAX_APPLICANTS) return false;
	const people = `,${applicant.id}.${applicant.answers}`;
	return writeAction(action, NONCE).length + people.length <= MARK_LIMIT;
}

/** As long as any. */
const NONCE = '00000000';
