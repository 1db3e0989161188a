import {
	readAction,
	type Action,
	type LogAction,
	type Outcome,
	type ReplyAction,
} from '../../shared/actions/mark.ts';

/** A decision as intended, by its log revision. */
export interface MeantDecision {
	readonly revid: number;
	readonly by: number;
	readonly course: string;
	readonly outcome: Outcome;
	/** The revision of the answers, by user id. */
	readonly people: ReadonlyMap<number, number>;
}

interface MeantRelease {
	readonly revid: number;
	readonly by: number;
	readonly course: string;
	readonly seen: number;
	/** The wiki's clock, milliseconds. */
	readonly at: number;
}

interface MeantReply {
	readonly revid: number;
	readonly by: number;
	readonly pageid: number;
	readonly action: ReplyAction;
}

/** What users intended, as the generator of a history knows. A history must have no other effects. */
export class Oracle {
	readonly decisions = new Map<number, MeantDecision>();
	readonly releases = new Map<number, MeantRelease>();
	readonly replies = new Map<number, MeantReply>();
	/** Which log revision takes back which, and for whom (none: a release). */
	readonly takenBack: { readonly revid: number; readonly of: number; readonly people: readonly number[] }[] =
		[];
	/** When bot, people or log last changed on the programme page, milliseconds. */
	changedPeople = 0;

	/** A user saved a log entry with this summary: intended, or prefilled by someone else. */
	logged(revid: number, by: number, summary: string, at: number): void {
		const action = readAction(summary)?.action;
		if (action && action.kind !== 'reply') this.loggedAction(revid, by, action, at);
	}

	loggedAction(revid: number, by: number, action: LogAction, at: number): void {
		const { course } = action;
		if (action.kind === 'decide' && action.outcome !== 'recused') {
			const people = new Map(action.applicants.map(({ id, answersRevid }) => [id, answersRevid]));
			this.decisions.set(revid, { revid, by, course, outcome: action.outcome, people });
		}
		if (action.kind === 'take-back')
			this.takenBack.push({ revid, of: action.takenBack, people: action.applicants });
		if (action.kind === 'release')
			this.releases.set(revid, { revid, by, course, seen: action.seenRevid, at });
	}

	replied(revid: number, by: number, pageid: number, action: Action | undefined): void {
		if (action?.kind === 'reply') this.replies.set(revid, { revid, by, pageid, action });
	}
}
