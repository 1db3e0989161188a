import { nextOnWaitlist, waitlist } from '../../shared/rules/waitlist.ts';
import { say } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import type { CourseRead } from './readCourse.ts';
import type { Reviewable } from './reviewable.ts';

/** The place of an application on its course's waitlist, in words; empty where it is not there. */
export function sayPlace({ one }: Reviewable, { evaluated }: CourseRead): string {
	const list = waitlist(evaluated.applications);
	const found = list.find(
		({ application }) => application.pageid === one.pageid && application.added.revid === one.added.revid,
	);
	return found ? say('wikilearn-review-waiting-place', found.place, list.length) : '';
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
			return say('wikilearn-review-waiting-next', next.next.application.added.user?.name ?? '');
	}
}
