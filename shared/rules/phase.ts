import type { Course } from '../programme/schema.ts';

/** The phases of a course. `closed`: the team reviews the applications. `notified`: decisions can be announced. */
export const PHASES = ['before', 'open', 'closing-soon', 'closed', 'notified', 'running', 'over'] as const;
export type Phase = (typeof PHASES)[number];

type CourseDates = Pick<Course, 'opens' | 'closes' | 'notify' | 'starts' | 'weeks'>;

const SECOND_MS = 1000;
const HOUR_MS = 60 * 60 * SECOND_MS;
const WEEK_MS = 7 * 24 * HOUR_MS;
const CLOSING_SOON_MS = 72 * HOUR_MS;

/**
 * The phase of a course at an instant (ISO 8601). The second of `closes` is still open, because MediaWiki's timestamps
 * are in whole seconds.
 */
export function getPhase(course: CourseDates, at: string): Phase {
	const now = Date.parse(at);
	let current: Phase = 'before';
	for (const { phase, from } of listPhases(course)) {
		if (now >= from) current = phase;
	}
	return current;
}

/** Whether a revision's timestamp (ISO 8601) is after the application window. */
export function isLate(course: Pick<Course, 'closes'>, revisionTimestamp: string): boolean {
	return Date.parse(revisionTimestamp) >= getInstantAfter(course.closes);
}

/** The phases after `before` with their first instants, in order. `getPhase` skips empty phases. */
function listPhases(course: CourseDates): readonly { readonly phase: Phase; readonly from: number }[] {
	const opens = Date.parse(course.opens);
	const starts = Date.parse(course.starts);
	const closed = getInstantAfter(course.closes);
	return [
		{ phase: 'open', from: opens },
		{ phase: 'closing-soon', from: Math.max(opens, closed - CLOSING_SOON_MS) },
		{ phase: 'closed', from: closed },
		{ phase: 'notified', from: Math.max(closed, Date.parse(course.notify)) },
		{ phase: 'running', from: Math.max(closed, starts) },
		{ phase: 'over', from: starts + course.weeks * WEEK_MS },
	];
}

function getInstantAfter(lastSecond: string): number {
	return Math.floor(Date.parse(lastSecond) / SECOND_MS) * SECOND_MS + SECOND_MS;
}
