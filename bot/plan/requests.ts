import { hasAccount } from '../../shared/history/change.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { RequestToApply, TracedPage } from '../../shared/history/submission.ts';
import { getPhase } from '../../shared/rules/phase.ts';
import type { Programme } from '../../shared/programme/schema.ts';

/** A section with a request to apply, whose author has no application for the course. */
export interface OpenRequest {
	readonly title: string;
	/** The course's id; for a shared talk page, the first course's. */
	readonly course: string;
	readonly request: RequestToApply;
}

/** Requests by authors who have not applied since; the others need no reply. */
export function findOpenRequests(pages: readonly TracedPage[]): readonly OpenRequest[] {
	const applied = new Set(
		pages.flatMap(({ applications }) =>
			applications.map(({ course, added }) => `${course} ${String(added.user?.id)}`),
		),
	);
	return pages.flatMap(({ title, courses, requests }) =>
		requests
			.filter(({ added: { user } }) => {
				if (!user || !hasAccount(user)) return true;
				return !courses.some((course) => applied.has(`${course} ${user.id}`));
			})
			.map((request) => ({ title, course: courses[0] ?? '', request })),
	);
}
export function requestProblem({ title, request: { heading, added } }: OpenRequest): Problem {
	return {
		kind: 'request-to-apply',
		about: `${title}#${heading}`,
		detail: added.user?.name ?? '',
		revid: added.revid,
	};
}

/**
 * Requests that the bot should reply to now: without a reply yet, and the form is available.
 *
 * @param now ISO 8601, the wiki's clock
 */
export function dueRequests(
	requests: readonly OpenRequest[],
	{ courses }: Programme,
	now: string,
): readonly OpenRequest[] {
	const open = new Set(
		courses.filter((course) => ['open', 'closing-soon'].includes(getPhase(course, now))).map(({ id }) => id),
	);
	return requests.filter(({ course, request }) => !request.isAnswered && open.has(course));
}
