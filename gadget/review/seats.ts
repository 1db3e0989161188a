import { takesSeat } from '../../shared/rules/status.ts';
import { nextOnWaitlist, waitlist } from '../../shared/rules/waitlist.ts';
import { say } from '../ui/msg.ts';
import { sayTime } from '../ui/formatDateTime.ts';
import type { CourseRead, Reviewable } from './reviewing.ts';
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

/** The place of an application on its course's waitlist, in words; empty where it is not there. */
export function sayPlace({ one }: Reviewable, { evaluated }: CourseRead): string {
	const list = waitlist(evaluated.applications);
	const place = list.findIndex(
		({ pageid, added }) => pageid === one.pageid && added.revid === one.added.revid,
	);
	return place < 0 ? '' : say('wikilearn-review-waiting-place', place + 1, list.length);
}

/** Who could be taken from the waitlist now, in words; empty where nobody waits or no seat came free. */
export function sayNextWaiting({ course, evaluated, now }: CourseRead): string {
	const next = nextOnWaitlist(course, evaluated.applications, evaluated.taken.decided, now);
	switch (next.kind) {
		case 'none':
			return '';
		case 'over':
			return say('wikilearn-review-waiting-over', sayTime(next.until));
		case 'next':
			return say('wikilearn-review-waiting-next', next.next.added.user?.name ?? '');
	}
}
