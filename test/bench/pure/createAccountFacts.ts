import type { Fact, GlobalAccount } from '../../../shared/wiki/accountFacts.ts';
import type { AccountLookup } from '../../../shared/wiki/readAccounts.ts';
import type { KnownAccounts } from '../../../bot/plan/assessApplications.ts';

/** What the wiki would say of the first n people. */
export function createAccountFacts(n: number, at: string): KnownAccounts {
	const indexes = Array.from({ length: n }, (_, index) => index);
	return {
		local: new Map(indexes.map((index) => [index + 1, createLocalAccount(index, at)])),
		global: new Map(indexes.map((index) => [`Person ${index}`, createGlobalAccount(index, at)])),
		names: new Map(),
	};
}

function createLocalAccount(index: number, at: string): AccountLookup {
	const value = {
		wiki: 'metawiki',
		groups: index % 5 === 0 ? [{ group: 'rollbacker', expires: null }] : [],
		edits: index,
		registered: '2019-03-01T00:00:00Z',
		block: null,
		emailable: true,
	};
	return { id: index + 1, name: `Person ${index}`, fact: { known: true, value, at } };
}

/** With accounts on a dozen wikis, as most have. */
function createGlobalAccount(index: number, at: string): Fact<GlobalAccount> {
	const wikis = Array.from({ length: 12 }, (_, number) => ({
		wiki: `w${number}wiki`,
		url: `https://w${number}.wikipedia.org`,
		edits: index % 400,
		groups: number === index % 24 ? ['sysop'] : [],
		block: null,
		registered: `2019-03-${String(28 - number)}T00:00:00Z`,
	}));
	const registered = '2019-03-01T00:00:00Z';
	const value = {
		exists: true,
		id: index + 1,
		registered,
		edits: index,
		locked: false,
		groups: [],
		wikis,
	} as const;
	return { known: true, value, at };
}
