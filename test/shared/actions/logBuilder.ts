import { digestDecisions, collectDecisions } from '../../../shared/actions/collectDecisions.ts';
import { writeAction, type Action, type OutcomeOrRecusal } from '../../../shared/actions/mark.ts';
import { readLog, type Log, type LogHistory } from '../../../shared/actions/readLog.ts';
import type { People } from '../../../shared/programme/people.ts';
import type { Author, RevisionMeta } from '../../../shared/wiki/revision.ts';

export const RITA: Author = { id: 901, name: 'Rita' };
export const ROB: Author = { id: 902, name: 'Rob' };
export const TOM: Author = { id: 903, name: 'Tom' };
export const EVE: Author = { id: 666, name: 'Eve' };
export const BOT: Author = { id: 900, name: 'Bot' };

/** Rita and Rob review, Tom is of the team alone. */
export const PEOPLE: People = {
	bot: BOT,
	reviewers: [RITA, ROB].map((person) => ({ ...person, from: '2020-01-01T00:00:00Z' })),
	team: [RITA, ROB, TOM].map((person) => ({ ...person, from: '2020-01-01T00:00:00Z' })),
};

/** An instant so many hours after 2021 began. */
export function hour(number: number): string {
	return new Date(Date.UTC(2021, 0, 1) + number * 3_600_000).toISOString().replace('.000Z', 'Z');
}

/** The history of a log, edit by edit. Revisions are 1000, 1010, 1020, …, an hour apart unless it is said otherwise. */
export class LogBuilder {
	readonly revisions: RevisionMeta[] = [];
	readonly imports: number[] = [];

	constructor(
		readonly people: People = PEOPLE,
		readonly courses: readonly string[] = ['iah', 'pb'],
	) {
		this.edit(BOT, 'The log');
	}

	get newest(): number {
		return this.revisions[this.revisions.length - 1]?.revid ?? 0;
	}

	/** @returns the revision */
	edit(user: Author | null, comment: string | null, changes: Partial<RevisionMeta> = {}): number {
		const before = this.revisions[this.revisions.length - 1];
		const revid = changes.revid ?? (before?.revid ?? 990) + 10;
		this.revisions.push({
			revid,
			parentid: before?.revid ?? 0,
			timestamp: hour(this.revisions.length),
			user,
			comment,
			size: (before?.size ?? 0) + 10,
			tags: [],
			...changes,
		});
		return revid;
	}

	action(
		user: Author | null,
		action: Action,
		changes: Partial<RevisionMeta> & { note?: string } = {},
	): number {
		const { note, ...rest } = changes;
		const mark = writeAction(action, 'nonce123');
		return this.edit(user, note === undefined ? mark : `${mark} ${note}`, rest);
	}

	/** @param applicants user ids, and the revisions of their answers */
	decide(
		user: Author | null,
		verdict: OutcomeOrRecusal,
		applicants: Readonly<Record<number, number>>,
		changes: Partial<RevisionMeta> & { note?: string; course?: string; place?: number } = {},
	): number {
		const { course = 'iah', place = null, ...rest } = changes;
		const people = Object.entries(applicants).map(([id, answersRevid]) => ({ id: Number(id), answersRevid }));
		return this.action(user, { kind: 'decide', course, outcome: verdict, place, applicants: people }, rest);
	}

	takeBack(
		user: Author | null,
		of: number,
		applicants: readonly number[],
		changes: Partial<RevisionMeta> = {},
	): number {
		return this.action(user, { kind: 'take-back', course: 'iah', takenBack: of, applicants }, changes);
	}

	/** Everything that the log decides by now. */
	release(
		user: Author | null,
		changes: Partial<RevisionMeta> & { seen?: number; digest?: string } = {},
	): number {
		const { seen = this.newest, digest = this.digest(seen), ...rest } = changes;
		return this.action(user, { kind: 'release', course: 'iah', seenRevid: seen, digest }, rest);
	}

	digest(upTo?: number): string {
		return digestDecisions(collectDecisions(this.read(), 'iah', upTo));
	}

	history(): LogHistory {
		// As the API gives them: newest first.
		return { revisions: [...this.revisions].reverse(), imports: this.imports };
	}

	read(): Log {
		return readLog(this.history(), this.people, this.courses);
	}
}
