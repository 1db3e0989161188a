import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Author } from '../wiki/revision.ts';
import type { Outcome } from './mark.ts';
import type { Log, LoggedAction } from './readLog.ts';

/** A reviewer's decision about one applicant of one course. */
export interface Decision {
	readonly outcome: Outcome;
	/** A waitlist place set by the reviewer, from 1; null: by submission time. */
	readonly place: number | null;
	/** The revision that last changed the answers which the decision is about. */
	readonly answersRevid: number;
	readonly note: string;
	readonly revid: number;
	/** ISO 8601. */
	readonly at: string;
	readonly by: Author;
}

/** The log's actions about one applicant of a course. */
export interface ApplicantDecisions {
	/** Those not taken back, oldest first; the last one is in force. */
	readonly decisions: readonly Decision[];
	/** Decisions about them that were taken back: log revision → log revision that took it back. */
	readonly takenBack: ReadonlyMap<number, number>;
	/** Recusals by reviewers. */
	readonly recusals: readonly LoggedAction[];
}

export const UNDECIDED: ApplicantDecisions = { decisions: [], takenBack: new Map(), recusals: [] };

/**
 * The log's actions about each applicant of a course, by user id.
 *
 * @param upTo the last log revision to include
 */
export function collectDecisions(
	log: Log,
	course: string,
	upTo = Infinity,
): ReadonlyMap<number, ApplicantDecisions> {
	const byApplicant = new Map<
		number,
		{ decisions: Decision[]; takenBack: ReadonlyMap<number, number>; recusals: LoggedAction[] }
	>();
	const entryFor = (id: number) => {
		const entry = byApplicant.get(id) ?? { decisions: [], takenBack: UNDECIDED.takenBack, recusals: [] };
		byApplicant.set(id, entry);
		return entry;
	};
	for (const logged of log.actions) {
		const { action, revid } = logged;
		if (revid > upTo || action.course !== course) continue;
		if (action.kind === 'decide')
			for (const { id, answersRevid } of action.applicants) {
				if (action.outcome === 'recused') entryFor(id).recusals.push(logged);
				else entryFor(id).decisions.push(toDecision(logged, action.outcome, action.place, answersRevid));
			}
		if (action.kind === 'take-back')
			for (const id of action.applicants) {
				const entry = entryFor(id);
				entry.takenBack = new Map([...entry.takenBack, [action.takenBack, revid]]);
				entry.decisions = entry.decisions.filter((decision) => decision.revid !== action.takenBack);
				entry.recusals = entry.recusals.filter((recusal) => recusal.revid !== action.takenBack);
			}
	}
	return byApplicant;
}

function toDecision(
	{ note, revid, at, by }: LoggedAction,
	outcome: Outcome,
	place: number | null,
	answersRevid: number,
): Decision {
	return { outcome, place, answersRevid, note, revid, at, by };
}

/** Digest of a course's decisions in force (user id, log revision, outcome): 32 hexadecimal digits. */
export function digestDecisions(decisionsByApplicant: ReadonlyMap<number, ApplicantDecisions>): string {
	const lines = Array.from(decisionsByApplicant)
		.flatMap(([id, { decisions }]) => {
			const last = decisions[decisions.length - 1];
			return last ? [{ id, text: `${id} ${last.revid} ${last.outcome}` }] : [];
		})
		.sort((a, b) => a.id - b.id)
		.map(({ text }) => text);
	return bytesToHex(sha256(utf8ToBytes(lines.join('\n')))).slice(0, 32);
}

/** The log revisions of a course's releases, reminders and messages that were taken back. */
export function findTakenBack({ actions }: Log, course: string): ReadonlySet<number> {
	return new Set(
		actions.flatMap(({ action }) =>
			action.kind === 'take-back' && action.course === course && action.applicants.length === 0
				? [action.takenBack]
				: [],
		),
	);
}
