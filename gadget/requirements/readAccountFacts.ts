import type { Course } from '../../shared/programme/schema.ts';
import type { AccountFacts } from '../../shared/wiki/accountFacts.ts';
import { getRequiredLookups } from '../../shared/rules/assessApplication.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readAccounts } from '../../shared/wiki/readAccounts.ts';
import { readGlobalAccount } from '../../shared/wiki/readGlobalAccount.ts';

/**
 * Reads the facts about an account, with the same requests as the bot. Never throws: facts that cannot be read are unknown.
 *
 * @param id the account's user id; the reader's own if omitted
 */
export async function readAccountFacts(
	wiki: Wiki,
	course: Course,
	account: string,
	id = mw.config.get('wgUserId'),
): Promise<AccountFacts> {
	const [accounts, global] = await Promise.all([
		readAccounts(wiki, id === null ? [] : [id], mw.config.get('wgDBname')),
		getRequiredLookups(course).global ? readGlobalAccount(wiki, account) : NOT_ASKED,
	]);
	return { local: (id === null ? undefined : accounts.get(id)?.fact) ?? NOT_ASKED, global };
}

const NOT_ASKED = { known: false, reason: '' } as const;
