import { describe, expect, it } from 'vitest';
import { findAffected, type Affected } from '../../../bot/cycle/read/affected.ts';
import { freshFacts } from '../../../bot/cycle/read/lookUpAccounts.ts';
import type { RecentChange } from '../../../bot/cycle/read/recentChanges.ts';
import type { TracedPage } from '../../../shared/history/submission.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import { fillInPlaceholderIds } from '../../programmeIds.ts';
import { createCycleProgramme } from './createCycleProgramme.ts';

const NOW = '2026-03-10T12:00:00Z';
const programme = fillInPlaceholderIds(createCycleProgramme(Date.parse(NOW)));
const [course] = programme.courses;
const ANA = `${course?.page ?? ''}/Applications/Ana`;
const site = {
	namespaces: [
		{ id: 0, name: '', canonical: '' },
		{ id: 1, name: 'Talk', canonical: 'Talk' },
		{ id: 2, name: 'User', canonical: 'User' },
	],
} as unknown as Site;
const cached = [{ title: ANA, authors: ['Ana'] }] as unknown as readonly TracedPage[];

const change = (changes: Partial<RecentChange>): RecentChange => ({
	rcid: 1,
	revid: 2,
	title: 'Elsewhere',
	pageid: 3,
	log: null,
	otherTitles: [],
	renamed: [],
	user: 'Eve',
	userid: 4,
	minor: false,
	timestamp: NOW,
	comment: '',
	...changes,
});
const NOTHING = { submissionTitles: [], accounts: [], restored: [], isLogAffected: false };
function affectedBy(changes: Partial<RecentChange>) {
	const affected = findAffected([change(changes)], programme, site, cached);
	return {
		submissionTitles: [...affected.submissionTitles],
		accounts: [...affected.accounts],
		restored: [...affected.restored],
		isLogAffected: affected.isLogAffected,
	};
}

describe('what a change affects', () => {
	it.each<[string, Partial<RecentChange>, object]>([
		['an edit of another page', {}, {}],
		['an edit of an application', { title: ANA }, { submissionTitles: [ANA] }],
		[
			'a page moved to an application’s title',
			{ log: 'move', otherTitles: [ANA] },
			{ submissionTitles: [ANA] },
		],
		['an edit of the log', { pageid: programme.log.id }, { isLogAffected: true }],
		['a log page moved away and created anew', { title: programme.log.page }, { isLogAffected: true }],
		['rights of an account', { log: 'rights', title: 'User:Ana' }, { accounts: ['Ana'] }],
		['an undeletion', { log: 'delete', title: ANA }, { submissionTitles: [ANA], restored: [ANA] }],
		['an import', { log: 'import' }, { restored: ['Elsewhere'], isLogAffected: true }],
		[
			'a rename of an applicant: the pages that name them, and the log',
			{ log: 'renameuser', title: 'Special:Log', renamed: ['Ana', 'Anna'] },
			{ submissionTitles: [ANA], accounts: ['Ana', 'Anna'], isLogAffected: true },
		],
	])('%s', (_, changes, expected) => {
		expect(affectedBy(changes)).toEqual({ ...NOTHING, ...expected });
	});
});

describe('cached facts about an account', () => {
	const DAY_AGO = '2026-03-09T12:00:00Z';
	const LESS = '2026-03-09T12:00:01Z';
	const fact = (at: string) => ({ known: true, at, value: {} }) as const;
	const keep = (at: string, affected: Partial<Affected>) => {
		const accounts = {
			local: new Map([[7, { id: 7, name: 'Ana', fact: fact(at) }]]),
			global: new Map([['Ana', fact(at)]]),
			names: new Map([['Ana', null]]),
		} as unknown as Parameters<typeof freshFacts>[0];
		const all = { accounts: new Set<string>(), editors: new Set<string>(), ...affected } as Affected;
		const { local, global, names } = freshFacts(accounts, all, NOW);
		return [local.size, global.size, names.size];
	};
	it.each<[string, string, Partial<Affected>, readonly number[]]>([
		['are used for less than a day', LESS, {}, [1, 1, 1]],
		['are read again after a day', DAY_AGO, {}, [0, 0, 1]],
		[
			'are read again when its rights, blocks or name change',
			LESS,
			{ accounts: new Set(['Ana']) },
			[0, 0, 0],
		],
		['are read again locally when it edits', LESS, { editors: new Set(['Ana']) }, [0, 1, 1]],
		['are not affected by another account', LESS, { accounts: new Set(['Ben']) }, [1, 1, 1]],
	])('%s', (_, at, affected, expected) => {
		expect(keep(at, affected)).toEqual(expected);
	});
});
