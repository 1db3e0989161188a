import type { Application } from '../application/application.ts';
import type { AccountFacts } from '../wiki/accountFacts.ts';

/** Why nobody would answer from an account, or null: blocked for good, or locked on all wikis. */
export function findLockout({ local, global }: AccountFacts): 'blocked' | 'locked' | null {
	if (global.known && global.value.exists && global.value.locked) return 'locked';
	const block = local.known ? local.value.block : null;
	return block?.extent === 'sitewide' && block.expires === null ? 'blocked' : null;
}

/**
 * How an applicant can be reached, the best way first: `email`, the address that they handed over in private;
 * `wiki-email`, the wiki's own mail; `talk`, nothing but their talk page; `none`: whoever it is would not see that
 * either.
 */
export type ContactChannel = 'email' | 'wiki-email' | 'talk' | 'none';

/**
 * @param application what the page says: of the address only that it was handed over
 * @param facts about the account; where they could not be had, the talk page is what is left
 */
export function getContactChannel(
	{ email }: Pick<Application, 'email'>,
	facts: AccountFacts,
): ContactChannel {
	const { local } = facts;
	// The author is hidden, or was never logged in: then no mail can have come from the account either.
	if (!local.known && local.reason === 'no-account') return 'none';
	if (email === 'sent') return 'email';
	if (findLockout(facts)) return 'none';
	return local.known && local.value.emailable ? 'wiki-email' : 'talk';
}
