import type { Course } from '../../../shared/programme/schema.ts';
import { freeSeats, type Outcome } from '../../../shared/rules/status.ts';
import type { CourseRead } from '../readReviewables.ts';
import type { Reviewable } from '../reviewable.ts';
import { isChangedSinceDecision } from '../seen.ts';
import { nameOf } from './queueList.ts';
import { isDecided, isToBeDecided } from './orderQueue.ts';

/** A course's decision notices that wait, in short: who is told what is the bot's to say, in its report. */
export interface OutboxShort {
	readonly waiting: Readonly<Record<Outcome, number>>;
	readonly all: number;
	/** What can be seen from here that keeps the bot from sending them. */
	readonly early: boolean;
	readonly undecided: number;
	readonly tooMany: number;
	/** Names of applicants whose answers are not those that were decided. */
	readonly changed: readonly string[];
}

export function outboxOf(course: Course, { all, now }: CourseRead): OutboxShort {
	const live = all.filter(isToBeDecided);
	const waiting = live.filter(isToBeTold);
	const count = (outcome: Outcome): number => waiting.filter((one) => outcomeOf(one) === outcome).length;
	return {
		waiting: {
			accepted: count('accepted'),
			waitlisted: count('waitlisted'),
			declined: count('declined'),
		},
		all: waiting.length,
		early: Date.parse(now) < Date.parse(course.notify),
		undecided: live.filter((one) => !isDecided(one)).length,
		tooMany: Math.max(
			0,
			-freeSeats(
				course.seats,
				all.map(({ state }) => state),
			),
		),
		changed: waiting.filter(({ one }) => isChangedSinceDecision(one)).map(nameOf),
	};
}

function outcomeOf({ one }: Reviewable): Outcome | undefined {
	return one.decisions[one.decisions.length - 1]?.outcome;
}

/** Whose newest decision is another one than they were told of. */
function isToBeTold(shown: Reviewable): boolean {
	return isDecided(shown) && shown.told?.outcome !== outcomeOf(shown);
}
