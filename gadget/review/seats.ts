import { takesSeat } from '../../shared/rules/status.ts';
import { say } from '../form/say.ts';
import type { CourseRead } from './readCourse.ts';
import type { Wanted } from './wanted.ts';

export interface Seats {
	/** With every decision, announced or not. Negative: more were accepted than there are. */
	readonly free: number;
	/** What would be left with the decisions that are prepared. */
	readonly freeThen: number;
}

export function seatsOf(
	{ course, all, evaluated }: CourseRead,
	prepared: ReadonlyMap<string, Wanted>,
): Seats {
	const free = course.seats - evaluated.taken.decided;
	const change = all.reduce((sum, { key, one }) => {
		const verdict = prepared.get(key)?.verdict ?? 'recused';
		if (verdict === 'recused') return sum;
		return sum + Number(verdict === 'accepted') - Number(takesSeat(one.decidedState));
	}, 0);
	return { free, freeThen: free - change };
}

/** What is left of a course's seats, and what would be. */
export function saySeats(read: CourseRead, prepared: ReadonlyMap<string, Wanted>): string {
	const { seats } = read.course;
	const { free, freeThen } = seatsOf(read, prepared);
	const left =
		free < 0
			? say('wikilearn-review-seats-over', -free, seats)
			: say('wikilearn-review-seats-free', free, seats);
	return free === freeThen ? left : `${left}; ${say('wikilearn-review-seats-then', freeThen)}`;
}
