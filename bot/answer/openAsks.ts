import type { Programme } from '../../shared/programme/schema.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import type { Ask } from '../../shared/submission/ask.ts';
import { hasAccount } from '../../shared/submission/hasAccount.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { TracedPage } from '../bookmark/bookmark.ts';

/** A section that asks to apply, whose author has no application for the course. */
export interface OpenAsk {
	readonly title: string;
	/** The course's id: of a shared talk page, the first one's. */
	readonly course: string;
	readonly ask: Ask;
}

/** Those who have applied meanwhile, in whatever way, need neither an answer nor a person. */
export function openAsks(pages: readonly TracedPage[]): readonly OpenAsk[] {
	const applied = new Set(
		pages.flatMap(({ applications }) =>
			applications.map(({ course, added }) => `${course} ${String(added.user?.id)}`),
		),
	);
	return pages.flatMap(({ title, courses, asks }) =>
		asks
			.filter(({ added: { user } }) => {
				if (!user || !hasAccount(user)) return true;
				return !courses.some((course) => applied.has(`${course} ${user.id}`));
			})
			.map((ask) => ({ title, course: courses[0] ?? '', ask })),
	);
}

export function askProblem({ title, ask: { heading, added } }: OpenAsk): Problem {
	return {
		kind: 'asks-without-template',
		about: `${title}#${heading}`,
		detail: added.user?.name ?? '',
		revid: added.revid,
	};
}

/**
 * Those that the bot should answer now: not answered yet, and the form can be used.
 *
 * @param now ISO 8601, the wiki's clock
 */
export function toAnswer(asks: readonly OpenAsk[], programme: Programme, now: string): readonly OpenAsk[] {
	const open = new Set(
		programme.courses
			.filter((course) => ['open', 'closing-soon'].includes(phaseOf(course, now)))
			.map(({ id }) => id),
	);
	return asks.filter(({ course, ask }) => !ask.answered && open.has(course));
}
