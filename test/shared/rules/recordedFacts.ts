import type { AttachedAccount, Facts, GlobalAccount, LocalAccount } from '../../../shared/wiki/facts.ts';

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

export function local(over: Partial<LocalAccount> = {}): LocalAccount {
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

export function attached(wiki: string, over: Partial<AttachedAccount> = {}): AttachedAccount {
	const url = `https://${wiki.replace('wiki', '')}.wiki.example`;
	return { wiki, url, edits: 0, groups: [], block: null, registered: REGISTERED, ...over };
}

export function global(over: Partial<Extract<GlobalAccount, { exists: true }>> = {}): GlobalAccount {
	const wikis = [attached('enwiki'), attached('metawiki')];
	return { exists: true, id: 5, registered: REGISTERED, edits: 0, locked: false, groups: [], wikis, ...over };
}

export function known(ofLocal: LocalAccount, ofGlobal: GlobalAccount): Facts {
	return {
		local: { known: true, value: ofLocal, at: NOW },
		global: { known: true, value: ofGlobal, at: NOW },
	};
}

/** As on a wiki without CentralAuth. */
export function withoutGlobal(facts: Facts): Facts {
	return { ...facts, global: { known: false, why: 'no CentralAuth' } };
}

export function withoutLocal(facts: Facts): Facts {
	return { ...facts, local: { known: false, why: 'timeout' } };
}

const abroad = (over: Partial<AttachedAccount>): GlobalAccount =>
	global({ wikis: [attached('enwiki', over), attached('metawiki')] });

export const people: Readonly<Record<Person, Facts>> = {
	Volunteer: known(local(), global()),
	LocalSysop: known(
		local({ groups: [{ group: 'sysop', expires: null }] }),
		global({ wikis: [attached('metawiki', { groups: ['sysop'] })] }),
	),
	SysopAbroad: known(local(), abroad({ groups: ['sysop'] })),
	Rollbacker: known(local(), abroad({ groups: ['rollbacker'] })),
	Steward: known(local(), global({ groups: ['steward'] })),
	BlockedAbroad: known(
		local(),
		abroad({ block: { extent: 'unknown', expires: '2026-12-23T14:46:30Z', reason: 'Test block' } }),
	),
	LockedUser: known(local(), global({ locked: true })),
	NoSuchPerson: known(local(), { exists: false }),
};
