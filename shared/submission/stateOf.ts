import type { TracedDecision } from '../mark/mark.ts';
import type { ToldDecision } from '../notice/notice.ts';
import type { Course, Programme } from '../programme/schema.ts';
import { statusOf, type Decision, type Offer, type State } from '../rules/status.ts';
import type { TracedApplication } from './submission.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What else than the submission itself an application's state rests on. */
export interface Standing {
	/** Whether the account named is the one that made it. */
	readonly verified: boolean;
	/** Whether that account has a newer one for the course. */
	readonly superseded: boolean;
	/** The decision that the applicant was told of, or null. */
	readonly told: ToldDecision | null;
}

/** The state of an application at an instant (ISO 8601), as the bot files it and the form shows it. */
export function stateOf(
	one: TracedApplication,
	course: Course,
	{ offers }: Programme,
	{ verified, superseded, told }: Standing,
	at: string,
): State {
	return statusOf(
		{
			verified,
			superseded,
			withdrawn: one.withdrawn,
			complete: missingAnswers(course, one).length === 0,
			decisions: one.decisions.map((decision) => decisionOf(decision, offers, told)),
			replies: one.replies.map(({ answer, change }) => ({ answer, at: change.timestamp })),
		},
		at,
	);
}

/** The ids of the required questions that an application does not answer. */
export function missingAnswers(
	{ questions }: Course,
	{ application }: Pick<TracedApplication, 'application'>,
): readonly string[] {
	const isAnswered = (id: string, type: string): boolean =>
		type === 'private-email' ? application.email === 'sent' : (application.answers[id] ?? '') !== '';
	return questions.filter(({ id, type, required }) => required && !isAnswered(id, type)).map(({ id }) => id);
}

/** The offer that an acceptance made; null where the programme leaves offers out, or it is none. */
export function offerOf(
	{ outcome, change }: TracedDecision,
	offers: Programme['offers'],
	told: ToldDecision | null,
): Offer | null {
	if (outcome !== 'accepted' || !offers) return null;
	if (told?.outcome !== 'accepted') return { until: null };
	const end = Date.parse(told.at) + offers.confirmDays * DAY_MS;
	// Who is accepted anew after the offer lapsed is told anew, and has all the days again.
	return { until: Date.parse(change.timestamp) > end ? null : new Date(end).toISOString() };
}

function decisionOf(
	decision: TracedDecision,
	offers: Programme['offers'],
	told: ToldDecision | null,
): Decision {
	const { outcome, change } = decision;
	return { outcome, at: change.timestamp, offer: offerOf(decision, offers, told) };
}
