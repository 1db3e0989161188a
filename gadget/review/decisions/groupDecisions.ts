import {
	MAX_MARK_LENGTH,
	MAX_APPLICANTS,
	writeAction,
	type DecidedApplicant,
	type LogAction,
} from '../../../shared/actions/mark.ts';
import type { DecisionInput } from './decisionInput.ts';

/** A decision about one applicant. */
export interface DecisionToLog {
	readonly course: string;
	readonly applicant: DecidedApplicant;
	readonly input: DecisionInput;
}

/** Decisions that share one mark. */
export interface DecisionGroup<T extends DecisionToLog> {
	readonly action: Extract<LogAction, { kind: 'decide' }>;
	readonly note: string;
	readonly decisions: readonly [T, ...T[]];
}

/**
 * Groups decisions into as few log edits as the mark length allows. Equal decisions about different people share one, in
 * the order of the first. A decision with a note or a place has its own.
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

/** A nonce of the usual length, for measuring. */
const NONCE = '00000000';
