import type { TracedDecision } from '../decision/decision.ts';
import type { Course, Programme } from '../programme/schema.ts';
import { statusOf, type Decision, type State } from '../rules/status.ts';
import type { TracedApplication } from './submission.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The state of an application at an instant (ISO 8601), as the bot files it and the form shows it.
 *
 * @param standing whether the account named is the one that made it, and whether it has a newer one for the course
 */
export function stateOf(
	one: TracedApplication,
	course: Course,
	{ offers }: Programme,
	standing: { readonly verified: boolean; readonly superseded: boolean },
	at: string,
): State {
	return statusOf(
		{
			...standing,
			withdrawn: one.withdrawn,
			complete: isComplete(course, one),
			decisions: one.decisions.map((decision) => decisionOf(decision, course, offers)),
			replies: [],
		},
		at,
	);
}

function isComplete({ questions }: Course, { application }: TracedApplication): boolean {
	return questions.every(({ id, type, required }) => {
		if (!required) return true;
		return type === 'private-email' ? application.email === 'sent' : (application.answers[id] ?? '') !== '';
	});
}

/** Nobody is told before `notify`, so an offer's days are not counted from earlier. */
function decisionOf(
	{ outcome, change: { timestamp } }: TracedDecision,
	{ notify }: Course,
	offers: Programme['offers'],
): Decision {
	if (outcome !== 'accepted' || !offers) return { outcome, at: timestamp, offerUntil: null };
	const from = Math.max(Date.parse(timestamp), Date.parse(notify));
	const offerUntil = new Date(from + offers.confirmDays * DAY_MS).toISOString();
	return { outcome, at: timestamp, offerUntil };
}
