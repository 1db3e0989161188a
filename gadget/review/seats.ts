import type { Course } from '../../shared/programme/schema.ts';
import { freeSeats, takesSeat } from '../../shared/rules/status.ts';
import { say } from '../form/say.ts';
import type { WantedMark } from './placeMark.ts';
import type { Reviewable } from './reviewable.ts';

export interface Seats {
	readonly all: number;
	/** Negative: more were accepted than there are. */
	readonly free: number;
	/** What would be left with the decisions that are prepared. */
	readonly freeThen: number;
}

/** Counted anew each time, from the applications themselves. */
export function seatsOf(
	{ seats }: Course,
	all: readonly Reviewable[],
	prepared: ReadonlyMap<string, WantedMark>,
): Seats {
	const free = freeSeats(
		seats,
		all.map(({ state }) => state),
	);
	const more = all.filter((each) => !takesSeat(each.state) && isAcceptance(prepared.get(each.key))).length;
	const fewer = all.filter((each) => takesSeat(each.state) && isOther(prepared.get(each.key))).length;
	return { all: seats, free, freeThen: free - more + fewer };
}

function isAcceptance(mark: WantedMark | undefined): boolean {
	return mark?.kind === 'decision' && mark.outcome === 'accepted';
}

function isOther(mark: WantedMark | undefined): boolean {
	return mark?.kind === 'decision' && mark.outcome !== 'accepted';
}

/** What is left of a course's seats, and what would be. */
export function saySeats(
	course: Course,
	all: readonly Reviewable[],
	prepared: ReadonlyMap<string, WantedMark>,
): string {
	const { all: seats, free, freeThen } = seatsOf(course, all, prepared);
	const left =
		free < 0
			? say('wikilearn-review-seats-over', -free, seats)
			: say('wikilearn-review-seats-free', free, seats);
	return free === freeThen ? left : `${left}; ${say('wikilearn-review-seats-then', freeThen)}`;
}
