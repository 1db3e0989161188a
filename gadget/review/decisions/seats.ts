import { takesSeat } from '../../../shared/rules/state.ts';
import { findNextOnWaitlist, orderWaitlist } from '../../../shared/rules/waitlist.ts';
import { msg } from '../../ui/msg.ts';
import { formatDateTime } from '../../ui/intl.ts';
import type { CourseSnapshot } from '../course/reviewContext.ts';
import type { ReviewItem } from '../course/reviewItem.ts';
import type { DecisionInput } from './decisionInput.ts';

export interface Seats {
	/** Counts all decisions, announced or not. Negative if there are too many acceptances. */
	readonly free: number;
	/** The same with the draft decisions. */
	readonly freeWithDrafts: number;
}

export function countSeats(
	{ course, items, evaluated }: CourseSnapshot,
	drafts: ReadonlyMap<string, DecisionInput>,
): Seats {
	const free = course.seats - evaluated.seatsTaken.decided;
	const change = items.reduce((sum, { key, application }) => {
		const verdict = drafts.get(key)?.verdict ?? 'recused';
		if (verdict === 'recused') return sum;
		return sum + Number(verdict === 'accepted') - Number(takesSeat(application.decidedState));
	}, 0);
	return { free, freeWithDrafts: free - change };
}

/** A course's free seats, now and with the drafts, as text. */
export function formatSeats(snapshot: CourseSnapshot, drafts: ReadonlyMap<string, DecisionInput>): string {
	const { seats } = snapshot.course;
	const { free, freeWithDrafts } = countSeats(snapshot, drafts);
	const current =
		free < 0
			? msg('wikilearn-review-seats-over', -free, seats)
			: msg('wikilearn-review-seats-free', free, seats);
	return free === freeWithDrafts
		? current
		: `${current}; ${msg('wikilearn-review-seats-then', freeWithDrafts)}`;
}

/** An application's place on its course's waitlist, as text; empty if it is not on it. */
export function formatWaitlistPlace({ application }: ReviewItem, { evaluated }: CourseSnapshot): string {
	const waiting = orderWaitlist(evaluated.applications);
	const place = waiting.findIndex(
		({ pageid, added }) => pageid === application.pageid && added.revid === application.added.revid,
	);
	return place < 0 ? '' : msg('wikilearn-review-waiting-place', place + 1, waiting.length);
}

/** Who could be promoted from the waitlist now, as text; empty if nobody is waiting or no seat is free. */
export function describeNextOnWaitlist({ course, evaluated, now }: CourseSnapshot): string {
	const next = findNextOnWaitlist(course, evaluated.applications, evaluated.seatsTaken.decided, now);
	switch (next.kind) {
		case 'none':
			return '';
		case 'over':
			return msg('wikilearn-review-waiting-over', formatDateTime(next.until));
		case 'next':
			return msg('wikilearn-review-waiting-next', next.next.added.user?.name ?? '');
	}
}
