import { countRightsApplications } from '../people.ts';

/** So many revisions of one page an answer holds where their texts are not asked for. */
export const LOG_BATCH = 500;

/**
 * The fewest requests that the API's limits allow, without edits and look-ups of global accounts.
 *
 * First: one that tells where the courses are, one for course and talk pages, the log's revisions, the texts of each
 * course's pages (a list has one prefix), and the accounts. The status pages can come with the course pages.
 */
export function firstCycleFloor(n: number, batch: number, logRevisions: number): number {
	const rights = countRightsApplications(n);
	const log = Math.ceil(logRevisions / batch);
	return 2 + log + Math.ceil(rights / batch) + Math.ceil((n - rights) / batch) + Math.ceil(n / batch);
}

/** What changed; then the page, the account and the bot's pages together. */
export const NEW_APPLICATION_FLOOR = 2;

/** What changed; the log's history; the bot's pages. */
export const DECISION_FLOOR = 3;

export const QUIET_CYCLE_FLOOR = 1;
