import {
	MAX_MARK_LENGTH,
	MAX_APPLICANTS,
	writeAction,
	type DecidedApplicant,
	type LogAction,
} from '../../../shared/actions/mark.ts';
import type { DecisionInput } from './decisionInput.ts';

/** What is decided about whom. */
export interface DecisionToLog {
	readonly course: string;
	readonly applicant: DecidedApplicant;
	readonly input: DecisionInput;
}

/** What goes into one mark. */
export interface DecisionGroup<T extends DecisionToLog> {
	readonly action: Extract<LogAction, { kind: 'decide' }>;
	readonly note: string;
	readonly decisions: readonly [T, ...T[]];
}

/**
 * Decisions in as few edits of the log as marks can hold: those that say the same of different people go together, in the
 * order of the first. One with a note or a place of its own goes alone.
 */
export function groupDecisions<T extends DecisionToLog>(
	decisions: readonly T[],
): readonly DecisionGroup<T>[] {
	const groups: DecisionGroup<T>[] = [];
	for (const decision of decisions) {
		const index = groups.findIndex((group) => canJoin(group, decision));
		const group = groups[index];
		if (group) groups[index] = createGroup([...group.decisions, decision]);
		else groups.push(createGroup([decision]));
	}
	return groups;
}

function createGroup<T extends DecisionToLog>(decisions: readonly [T, ...T[]]): DecisionGroup<T> {
	const [{ course, input }] = decisions;
	const { verdict, place, note } = input;
	const applicants = decisions.map(({ applicant }) => applicant);
	return { action: { kind: 'decide', course, outcome: verdict, place, applicants }, note, decisions };
}

function canJoin<T extends DecisionToLog>(
	{ action, note, decisions }: DecisionGroup<T>,
	{ course, input, applicant }: T,
): boolean {
	const isPlain = action.place === null && note === '' && input.place === null && input.note === '';
	const isSame = action.course === course && action.outcome === input.verdict;
	if (!isPlain || !isSame || decisions.length >= MAX_APPLICANTS) return false;
	const people = `,${applicant.id}.${applicant.answersRevid}`;
	return writeAction(action, NONCE).length + people.length <= MAX_MARK_LENGTH;
}

/** As long as any. */
const NONCE = '00000000';
