import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import type { Outbox, PlannedNotice } from '../../../bot/plan/plannedNotice.ts';
import type { Report } from '../../../bot/render/renderReport.ts';
import type { Decision } from '../../../shared/actions/collectDecisions.ts';
import type { Change } from '../../../shared/history/change.ts';
import type { TracedReply } from '../../../shared/history/submission.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { State } from '../../../shared/rules/state.ts';
import { createApplication, programme } from './cohort.ts';

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

export function createDecision(
	outcome: Decision['outcome'],
	revid: number,
	{ place = null, note = '' }: Partial<Pick<Decision, 'place' | 'note'>> = {},
): Decision {
	const by = { id: 900, name: 'ReviewerR' };
	return { outcome, note, place, answersRevid: 0, revid, at: '2021-01-20T10:00:00Z', by };
}

/** The nth application for the course, in a state that a reviewer's decision led to. */
export function createReviewed(
	index: number,
	state: State,
	changes: Partial<AssessedApplication> = {},
): AssessedApplication {
	const outcome = state === 'waitlisted' || state === 'declined' ? state : 'accepted';
	const decision = createDecision(outcome, 5000 + index);
	return createApplication(index * 2, { state, decision, decisions: [decision], ...changes });
}

export const UNTIL = '2021-01-29T12:00:00.000Z';
const change: Change = {
	revid: 6000,
	parentid: 5999,
	timestamp: '2021-01-24T08:30:00Z',
	user: { id: 7, name: 'User 6' },
};
const createReplies = (reply: TracedReply['reply']): readonly TracedReply[] => [
	{ reply, offer: 5003, change },
];

/** One in each state that offers and the waitlist lead to: a seat is free, three wait, one of them out of turn. */
export function createReviewedCohort(): readonly AssessedApplication[] {
	return [
		createReviewed(0, 'offered', { offer: { until: null } }),
		createReviewed(1, 'offered', { offer: { until: UNTIL } }),
		createReviewed(2, 'lapsed', { offer: { until: '2021-01-26T00:00:00.000Z' } }),
		createReviewed(3, 'turned-down', { offer: { until: UNTIL }, replies: createReplies('declined') }),
		createReviewed(4, 'confirmed', { offer: { until: UNTIL }, replies: createReplies('confirmed') }),
		createReviewed(5, 'waitlisted'),
		createReviewed(6, 'waitlisted'),
		createReviewed(7, 'waitlisted', {
			decisions: [createDecision('waitlisted', 5007, { place: 2, note: 'the only one from a small wiki' })],
		}),
		createReviewed(8, 'declined'),
	];
}

/** A notice to the nth applicant that waits for its release. */
export function createWaitingNotice(index: number, changes: Partial<PlannedNotice> = {}): PlannedNotice {
	const recipient = createApplication(index * 2);
	return {
		course: course.id,
		applicant: recipient.applicant?.id ?? 0,
		kind: 'decision',
		about: `accepted-${5000 + index}`,
		to: recipient.applicant ?? { id: 0, name: '' },
		text: 'accepted',
		language: 'en',
		params: {},
		page: recipient.title,
		earliest: recipient.added.timestamp,
		unreachable: null,
		...changes,
	};
}

export function createOutbox(changes: Partial<Outbox> = {}): Outbox {
	return {
		course: course.id,
		waiting: [createWaitingNotice(1), createWaitingNotice(0)],
		blocks: [],
		holds: [],
		undecided: [],
		released: false,
		...changes,
	};
}

/** With something in each of its sections. */
export function createFullReport(): Report {
	const applications = createReviewedCohort();
	const pages = applications.slice(0, 3).map(({ title }) => title);
	return {
		problems: [
			{ kind: 'undelivered', about: 'User talk:User 3', detail: 'nobots' },
			{ kind: 'over-capacity', about: course.page, detail: '3' },
		],
		outbox: [
			createOutbox({
				waiting: [
					...Array.from({ length: 30 }, (_, index) => createWaitingNotice(index)),
					createWaitingNotice(31, { kind: 'correction', text: 'waitlisted' }),
				],
				blocks: [
					{ kind: 'too-early', until: course.notify },
					{ kind: 'uncertain-action', revids: [17, 18] },
				],
				holds: [{ kind: 'answers-changed', pages }],
				undecided: pages,
			}),
		],
		applications: applications.map((entry) => ({
			...entry,
			application: { ...entry.application, email: 'not sent' },
		})),
		at: LATER,
	};
}
