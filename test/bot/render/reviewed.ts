import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import type { Outbox, PlannedNotice } from '../../../bot/notices/plannedNotice.ts';
import type { Report } from '../../../bot/render/renderReport.ts';
import type { TracedDecision } from '../../../shared/mark/mark.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { State } from '../../../shared/rules/status.ts';
import type { Change } from '../../../shared/submission/change.ts';
import { application, programme } from './cohort.ts';

/** After answers went out. */
export const LATER = '2021-01-27T12:00:00Z';
const [first] = programme.courses;

/** The pilot's first course with few seats, offers, and an end of promotions. */
export const course = {
	...first!,
	seats: 4,
	promoteUntil: '2021-02-01T00:00:00Z',
};
export const reviewedProgramme: Programme = {
	...programme,
	courses: [course],
	offers: { confirmDays: 7, reminderDays: 2 },
};

function by(name: string, revid: number, timestamp: string): Change {
	return { revid, parentid: revid - 1, timestamp, user: { id: 900, name } };
}

export function decided(
	outcome: TracedDecision['outcome'],
	revid: number,
	{ place = null, note = '' }: Partial<Pick<TracedDecision, 'place' | 'note'>> = {},
): TracedDecision {
	return { outcome, note, place, change: by('ReviewerR', revid, '2021-01-20T10:00:00Z') };
}

/** The nth application for the course, in a state that a reviewer's decision led to. */
export function reviewed(
	index: number,
	state: State,
	changes: Partial<AssessedApplication> = {},
): AssessedApplication {
	const outcome = state === 'waitlisted' || state === 'declined' ? state : 'accepted';
	return application(index * 2, { state, decisions: [decided(outcome, 5000 + index)], ...changes });
}

export const UNTIL = '2021-01-29T12:00:00.000Z';
const answered = (answer: 'confirmed' | 'turned-down') => [
	{ answer, change: by('User 6', 6000, '2021-01-24T08:30:00Z') },
];

/** One in each state that offers and the waitlist lead to: a seat is free, three wait, one of them out of turn. */
export function cohortReviewed(): readonly AssessedApplication[] {
	return [
		reviewed(0, 'offered', { offer: { until: null } }),
		reviewed(1, 'offered', { offer: { until: UNTIL } }),
		reviewed(2, 'lapsed', { offer: { until: '2021-01-26T00:00:00.000Z' } }),
		reviewed(3, 'turned-down', { offer: { until: UNTIL }, replies: answered('turned-down') }),
		reviewed(4, 'confirmed', { offer: { until: UNTIL }, replies: answered('confirmed') }),
		reviewed(5, 'waitlisted'),
		reviewed(6, 'waitlisted'),
		reviewed(7, 'waitlisted', {
			decisions: [decided('waitlisted', 5007, { place: 2, note: 'the only one from a small wiki' })],
		}),
		reviewed(8, 'declined'),
	];
}

/** A notice to the nth applicant that waits for its release. */
export function waiting(index: number, changes: Partial<PlannedNotice> = {}): PlannedNotice {
	const one = application(index * 2);
	return {
		course: course.id,
		applicant: one.applicant?.id ?? 0,
		kind: 'decision',
		about: `accepted-${5000 + index}`,
		to: one.applicant ?? { id: 0, name: '' },
		text: 'accepted',
		language: 'en',
		params: {},
		page: one.title,
		appliedAt: one.added.timestamp,
		barred: null,
		...changes,
	};
}

export function outbox(changes: Partial<Outbox> = {}): Outbox {
	return { course: course.id, waiting: [waiting(1), waiting(0)], obstacles: [], asked: false, ...changes };
}

/** With something in each of its sections. */
export function fullReport(): Report {
	const applications = cohortReviewed();
	const pages = applications.slice(0, 3).map(({ title }) => title);
	return {
		problems: [
			{ kind: 'undelivered', about: 'User talk:User 3', detail: 'nobots' },
			{ kind: 'over-seats', about: course.page, detail: '3' },
		],
		outbox: [
			outbox({
				waiting: [
					...Array.from({ length: 30 }, (_, index) => waiting(index)),
					waiting(31, { kind: 'correction', text: 'waitlisted' }),
				],
				obstacles: [
					{ kind: 'too-early', pages: [], detail: course.notify },
					{ kind: 'undecided', pages, detail: '' },
					{ kind: 'changed-since-decision', pages, detail: '' },
				],
			}),
		],
		applications: applications.map((one) => ({
			...one,
			application: { ...one.application, email: 'not sent' },
		})),
		at: LATER,
	};
}
