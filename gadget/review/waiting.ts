import type { Course } from '../../shared/programme/schema.ts';
import { nextOnWaitlist, waitlist, type Waitable } from '../../shared/rules/waitlist.ts';
import { say } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import type { CourseRead } from './readReviewables.ts';
import type { Reviewable } from './reviewable.ts';

type Waiter = Waitable & { readonly key: string; readonly name: string };

/** The place of an application on its course's waitlist, in words; empty where it is not there. */
export function sayPlace({ key }: Reviewable, { all }: CourseRead): string {
	const list = waitlist(all.map(waiter));
	const found = list.find(({ application }) => application.key === key);
	return found ? say('wikilearn-review-waiting-place', found.place, list.length) : '';
}

/** Who could be taken from the waitlist now, in words; empty where nobody waits or no seat came free. */
export function sayNextWaiting(course: Course, { all, now }: CourseRead): string {
	const next = nextOnWaitlist(course, all.map(waiter), now);
	switch (next.kind) {
		case 'none':
			return '';
		case 'over':
			return say('wikilearn-review-waiting-over', sayTime(next.until));
		case 'next':
			return say('wikilearn-review-waiting-next', next.next.application.name);
	}
}

function waiter({ key, one, state }: Reviewable): Waiter {
	return { ...one, state, key, name: one.added.user?.name ?? '' };
}
