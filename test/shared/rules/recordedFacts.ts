import type {
	AttachedAccount,
	AccountFacts,
	GlobalAccount,
	LocalAccount,
} from '../../../shared/wiki/accountFacts.ts';

/** The instant at which all of the facts were asked. */
export const NOW = '2026-12-01T12:00:00Z';

/** The people of CentralAuth's recorded answers: two wikis, `metawiki` being the programme's own. */
export type Person =
	| 'Volunteer'
	| 'LocalSysop'
	| 'SysopAbroad'
	| 'Rollbacker'
	| 'Steward'
	| 'BlockedAbroad'
	| 'LockedUser'
	| 'NoSuchPerson';

const REGISTERED = '2026-11-23T14:46:09Z';

export function createLocalAccount(over: Partial<LocalAccount> = {}): LocalAccount {
	const plain = {
		wiki: 'metawiki',
		groups: [],
		edits: 0,
		registered: REGISTERED,
		block: null,
		emailable: true,
	};
	return { ...plain, ...over };
}

export function createAttachedWiki(wiki: string, over: Partial<AttachedAccount> = {}): AttachedAccount {
	const url = `https://${wiki.replace('wiki', '')}.wiki.example`;
	return { wiki, url, edits: 0, groups: [], block: null, registered: REGISTERED, ...over };
}

export function createGlobalAccount(
	over: Partial<Extract<GlobalAccount, { exists: true }>> = {},
): GlobalAccount {
	const wikis = [createAttachedWiki('enwiki'), createAttachedWiki('metawiki')];
	return { exists: true, id: 5, registered: REGISTERED, edits: 0, locked: false, groups: [], wikis, ...over };
}

export function createFacts(ofLocal: LocalAccount, ofGlobal: GlobalAccount): AccountFacts {
	return {
		local: { known: true, value: ofLocal, at: NOW },
		global: { known: true, value: ofGlobal, at: NOW },
	};
}

/** As on a wiki without CentralAuth. */
export function withoutGlobal(facts: AccountFacts): AccountFacts {
	return { ...facts, global: { known: false, reason: 'no CentralAuth' } };
}

export function withoutLocal(facts: AccountFacts): AccountFacts {
	return { ...facts, local: { known: false, reason: 'timeout' } };
}

const abroad = (over: Partial<AttachedAccount>): GlobalAccount =>
	createGlobalAccount({ wikis: [createAttachedWiki('enwiki', over), createAttachedWiki('metawiki')] });

export const people: Readonly<Record<Person, AccountFacts>> = {
	Volunteer: createFacts(createLocalAccount(), createGlobalAccount()),
	LocalSysop: createFacts(
		createLocalAccount({ groups: [{ group: 'sysop', expires: null }] }),
		createGlobalAccount({ wikis: [createAttachedWiki('metawiki', { groups: ['sysop'] })] }),
	),
	SysopAbroad: createFacts(createLocalAccount(), abroad({ groups: ['sysop'] })),
	Rollbacker: createFacts(createLocalAccount(), abroad({ groups: ['rollbacker'] })),
	Steward: createFacts(createLocalAccount(), createGlobalAccount({ groups: ['steward'] })),
	BlockedAbroad: createFacts(
		createLocalAccount(),
		abroad({ block: { extent: 'unknown', expires: '2026-12-23T14:46:30Z', reason: 'Test block' } }),
	),
	LockedUser: createFacts(createLocalAccount(), createGlobalAccount({ locked: true })),
	NoSuchPerson: createFacts(createLocalAccount(), { exists: false }),
};
