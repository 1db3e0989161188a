import type { Application } from '../application/application.ts';
import type { AccountFacts } from '../wiki/accountFacts.ts';

/** Why the account's owner cannot be expected to reply, or null: blocked indefinitely, or locked on all wikis. */
export function findLockout({ local, global }: AccountFacts): 'blocked' | 'locked' | null {
	if (global.known && global.value.exists && global.value.locked) return 'locked';
	const block = local.known ? local.value.block : null;
	return block?.extent === 'sitewide' && block.expires === null ? 'blocked' : null;
}

/**
 * How to reach an applicant, best first: `email`, their private address; `wiki-email`, the wiki's email function; `talk`,
 * only their talk page; `none`, they would not see a talk page message either.
 */
export type ContactChannel = 'email' | 'wiki-email' | 'talk' | 'none';

/**
 * @param application the application, which only says whether a private address was sent
 * @param facts about the account; if unknown, the talk page remains
 */
export function getContactChannel(
	{ email }: Pick<Application, 'email'>,
	facts: AccountFacts,
): ContactChannel {
	const { local } = facts;
	// The author is hidden or was logged out, so no email can have come from the account.
	if (!local.known && local.reason === 'no-account') return 'none';
	if (email === 'sent') return 'email';
	if (findLockout(facts)) return 'none';
	return local.known && local.value.emailable ? 'wiki-email' : 'talk';
}
