import type { Decision } from '../actions/collectDecisions.ts';
import type { LogAction } from '../actions/mark.ts';
import type { Log, LoggedAction } from '../actions/readLog.ts';
import type { TracedApplication } from '../history/submission.ts';
import type { AnnouncedDecision, SentNotice } from '../notices/notice.ts';
import type { Course, Programme } from '../programme/schema.ts';
import type { NamedAccount } from '../wiki/readAccountsByName.ts';
import type { Offer, State } from './state.ts';

/** What bot and browser know of a course. */
export interface CourseFacts {
	readonly programme: Programme;
	readonly course: Course;
	/** All of the course's, in any order. */
	readonly applications: readonly TracedApplication[];
	readonly titleNames: TitleNames;
	/** When pages that were moved in from elsewhere reached the course, ISO 8601, by page id. */
	readonly arrivals: ReadonlyMap<number, string>;
	readonly log: Log;
	/** Every notice that was sent, about any course. */
	readonly sentNotices: readonly SentNotice[];
	/** Until when a change of bot, people or log holds back all decisions, ISO 8601; null: none does. */
	readonly heldUntil: string | null;
	/** The wiki's clock, ISO 8601. */
	readonly at: string;
}

/** A decision that is in force and was not announced. */
export interface PendingDecision {
	/** `promotion`: they were told of the waitlist, and get a seat. `correction`: they were told something else. */
	readonly kind: 'decision' | 'promotion' | 'correction';
	readonly decision: Decision;
	/** What keeps it from being announced although it was released; empty: nothing. */
	readonly holds: readonly Hold[];
	/** Whether the newest release covers it. */
	readonly isReleased: boolean;
}

/** An application with all that follows from the log, the notices and the applicant's own edits. */
export interface EvaluatedApplication extends TracedApplication {
	/** The applicant's account; null where nobody can tell, or where there is no account. */
	readonly applicant: { readonly id: number; readonly name: string } | null;
	/** On a subpage in another account's name: that name. */
	readonly onBehalfOf: string | null;
	/** When it reached the course, ISO 8601: complete, on its page there, after applications opened. */
	readonly submittedAt: string;
	readonly isLate: boolean;
	/** Whether the applicant changed answers after applications closed, in an application that was in time. */
	readonly isChangedLate: boolean;
	readonly isWithdrawn: boolean;
	/** The state that people are shown: of decisions only what was announced. */
	readonly state: State;
	/** The state that it has once every decision is announced. */
	readonly decidedState: State;
	/** The decision in force, announced or not; null: none. */
	readonly decision: Decision | null;
	/** Every decision about this application that was not taken back, oldest first. */
	readonly decisions: readonly Decision[];
	/** By reviewers who will not decide about this applicant. */
	readonly recusals: readonly LoggedAction[];
	/** The newest decision that the applicant was told of and that still stands for them, or null. */
	readonly announced: AnnouncedDecision | null;
	/** What was announced offers; null: no offer. */
	readonly offer: Offer | null;
	readonly pending: PendingDecision | null;
}

/** A seat that was announced to somebody whose application cannot be read any more. */
export interface SeatWithoutApplication {
	readonly applicant: number;
	readonly announced: AnnouncedDecision;
}

export interface EvaluatedCourse {
	readonly course: Course;
	/** By when they were made. */
	readonly applications: readonly EvaluatedApplication[];
	readonly seatsWithoutApplication: readonly SeatWithoutApplication[];
	/** Decisions that name no application: another person's id, another revision, an application that is gone. */
	readonly strayDecisions: readonly Decision[];
	/** How many seats are taken, by what was announced and by what was decided. */
	readonly seatsTaken: { readonly announced: number; readonly decided: number };
	readonly release: EvaluatedRelease;
}

/**
 * What keeps one person's decision from being announced.
 *
 * - `answers-changed`: they changed their answers after the decision; somebody decides again, or confirms
 * - `decided-later`: somebody decided again after the release
 * - `cannot-tell`: an action in the log, or a reply of theirs, is hidden
 * - `promoted-late`: they would get a seat after the course's `promoteUntil`
 */
export type Hold = 'answers-changed' | 'decided-later' | 'cannot-tell' | 'promoted-late';

/** What keeps every decision of a course from being announced. Instants are ISO 8601. */
export type Obstacle =
	| { readonly kind: 'too-early'; readonly until: string }
	| { readonly kind: 'can-be-taken-back'; readonly until: string }
	| { readonly kind: 'programme-changed'; readonly until: string }
	| { readonly kind: 'over-seats'; readonly seats: number }
	/** The digest is not that of the log up to the revision that it names. */
	| { readonly kind: 'differs'; readonly revid: number }
	| { readonly kind: 'cannot-tell'; readonly revids: readonly number[] };

/** Where a course's announcements stand. */
export interface EvaluatedRelease {
	/** The newest that was not taken back; null: there is none. */
	readonly release: LoggedRelease | null;
	readonly obstacles: readonly Obstacle[];
	/** What a release made now would have to say. */
	readonly digest: string;
	/** What speaks against announcing an application's pending decision, and whether the release covers it. */
	readonly evaluate: (application: EvaluatedApplication) => {
		readonly holds: readonly Hold[];
		readonly isReleased: boolean;
	};
}

export interface LoggedRelease extends LoggedAction {
	readonly action: Extract<LogAction, { kind: 'release' }>;
}

/** The accounts with the names in titles that are not the applicants' own; null: there is none of that name. */
export type TitleNames = ReadonlyMap<string, NamedAccount | null>;
