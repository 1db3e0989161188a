import { withRights } from '../people.ts';

/**
 * The fewest requests that the API's limits allow, without edits and look-ups of global accounts.
 *
 * First: one that tells where the courses are, one for course and talk pages, the texts of each course's pages
 * (a list has one prefix), and the accounts. The status pages can come with the course pages.
 */
export function firstFloor(n: number, batch: number): number {
	const rights = withRights(n);
	return 2 + Math.ceil(rights / batch) + Math.ceil((n - rights) / batch) + Math.ceil(n / batch);
}

/** What changed; then the page, the account and the bot's pages together. */
export const NEW_FLOOR = 2;

/** What changed; the page's history, which is asked for alone; the bot's pages. */
export const DECISION_FLOOR = 3;

export const QUIET_FLOOR = 1;
