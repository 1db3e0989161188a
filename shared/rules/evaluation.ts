import type { Decision } from '../actions/collectDecisions.ts';
import type { LogAction } from '../actions/mark.ts';
import type { Log, LoggedAction } from '../actions/readLog.ts';
import type { TracedApplication } from '../history/submission.ts';
import type { AnnouncedDecision, SentNotice } from '../notices/notice.ts';
import type { Course, Programme } from '../programme/schema.ts';
import type { NamedAccount } from '../wiki/readAccountsByName.ts';
import type { Offer, State } from './state.ts';

/** A course's data, the same in the bot and the browser. */
export interface CourseFacts {
	readonly programme: Programme;
	readonly course: Course;
	/** All applications for the course, in any order. */
	readonly applications: readonly TracedApplication[];
	readonly titleNames: TitleNames;
	/** When pages that were moved to the course arrived, ISO 8601, by page id. */
	readonly arrivals: ReadonlyMap<number, string>;
	readonly log: Log;
	/** All sent notices, of any course. */
	readonly sentNotices: readonly SentNotice[];
	/** The end of the hold on all decisions after a change of bot, people or log, ISO 8601; null if there is no hold. */
	readonly heldUntil: string | null;
	/** The wiki's clock, ISO 8601. */
	readonly at: string;
}

/** A decision in force that was not announced. */
export interface PendingDecision {
	/** `promotion`: from the waitlist to a seat. `correction`: another change of an announced outcome. */
	readonly kind: 'decision' | 'promotion' | 'correction';
	readonly decision: Decision;
	/** What prevents the announcement even after a release; empty if nothing does. */
	readonly holds: readonly Hold[];
	/** Whether the newest release includes it. */
	readonly isReleased: boolean;
}

/** An application evaluated with the log, the notices and the applicant's own edits. */
export interface EvaluatedApplication extends TracedApplication {
	/** The applicant's account; null if it is unknown or does not exist. */
	readonly applicant: { readonly id: number; readonly name: string } | null;
	/** The other account's name, if the application is on that account's subpage. */
	readonly onBehalfOf: string | null;
	/** When it reached the course, ISO 8601: complete, on the course's page, after applications opened. */
	readonly submittedAt: string;
	readonly isLate: boolean;
	/** Whether the applicant changed the answers of a timely application after applications closed. */
	readonly isChangedLate: boolean;
	readonly isWithdrawn: boolean;
	/** The public state, from announced decisions only. */
	readonly state: State;
	/** The state once every decision is announced. */
	readonly decidedState: State;
	/** The decision in force, announced or not; null if there is none. */
	readonly decision: Decision | null;
	/** All decisions about this application that were not taken back, oldest first. */
	readonly decisions: readonly Decision[];
	/** Recusals by reviewers. */
	readonly recusals: readonly LoggedAction[];
	/** The newest announced decision, if it is still valid; otherwise null. */
	readonly announced: AnnouncedDecision | null;
	/** The announced offer; null if there is none. */
	readonly offer: Offer | null;
	readonly pending: PendingDecision | null;
}

/** A seat that was announced to an applicant whose application can no longer be read. */
export interface SeatWithoutApplication {
	readonly applicant: number;
	readonly announced: AnnouncedDecision;
}

export interface EvaluatedCourse {
	readonly course: Course;
	/** Sorted by creation. */
	readonly applications: readonly EvaluatedApplication[];
	readonly seatsWithoutApplication: readonly SeatWithoutApplication[];
	/** Decisions without a matching application: wrong user id, wrong revision, or the application is gone. */
	readonly strayDecisions: readonly Decision[];
	/** The number of seats taken, counting announced decisions only and counting all decisions. */
	readonly seatsTaken: { readonly announced: number; readonly decided: number };
	readonly release: EvaluatedRelease;
}

/**
 * What prevents the announcement of one applicant's decision.
 *
 * - `answers-changed`: the answers changed after the decision; a reviewer must confirm or change it
 * - `decided-after-release`: the decision is newer than the release
 * - `uncertain-action`: a log action or a reply by the applicant is hidden
 * - `promoted-late`: they would get a seat after the course's `promoteUntil`
 */
export type Hold = 'answers-changed' | 'decided-after-release' | 'uncertain-action' | 'promoted-late';

/** What prevents the announcement of all decisions of a course. Instants are ISO 8601. */
export type Obstacle =
	| { readonly kind: 'too-early'; readonly until: string }
	| { readonly kind: 'grace-period'; readonly until: string }
	| { readonly kind: 'programme-changed'; readonly until: string }
	| { readonly kind: 'over-capacity'; readonly seats: number }
	/** The release's digest differs from the digest of the log at the revision that it names. */
	| { readonly kind: 'digest-mismatch'; readonly revid: number }
	| { readonly kind: 'uncertain-action'; readonly revids: readonly number[] };

/** The state of a course's announcements. */
export interface EvaluatedRelease {
	/** The newest release that was not taken back; null if there is none. */
	readonly release: LoggedRelease | null;
	readonly obstacles: readonly Obstacle[];
	/** The digest that a release made now must contain. */
	readonly digest: string;
	/** What prevents the announcement of an application's pending decision, and whether the release includes it. */
	readonly evaluate: (application: EvaluatedApplication) => {
		readonly holds: readonly Hold[];
		readonly isReleased: boolean;
	};
}

export interface LoggedRelease extends LoggedAction {
	readonly action: Extract<LogAction, { kind: 'release' }>;
}

/** The accounts with other users' names in subpage titles; null if no account has the name. */
export type TitleNames = ReadonlyMap<string, NamedAccount | null>;
