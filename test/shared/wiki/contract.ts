import { expect, it } from 'vitest';
import { WikiError, type Wiki } from '../../../shared/wiki/wiki.ts';
import { readAccounts } from '../../../shared/wiki/readAccounts.ts';
import { readAccountsByName } from '../../../shared/wiki/readAccountsByName.ts';
import { readGlobalAccount } from '../../../shared/wiki/readGlobalAccount.ts';
import {
	readHistory,
	readPages,
	readPagesWithPrefix,
	readRevisions,
} from '../../../shared/wiki/readPages.ts';
import { readSite } from '../../../shared/wiki/readSite.ts';
import { savePage, type SaveResult } from '../../../shared/wiki/savePage.ts';

/** A wiki with the accounts Volunteer (no groups), LocalSysop (sysop until 2099) and SysopAbroad (sysop elsewhere). */
interface Setting {
	as(name: string): Promise<Wiki>;
	/** A wiki that answers as one without CentralAuth does. */
	withoutCentralAuth(): Promise<Wiki>;
}

/** What the product takes for granted about a wiki's answers. Holds for the real one and for the fake. */
export function describeContract(setting: () => Setting): void {
	const as = (name: string) => setting().as(name);
	const put = async (wiki: Wiki, title: string, text: string, base: number | 'new'): Promise<SaveResult> =>
		savePage(wiki, { title, text, summary: 'test', baseRevision: base });
	const revidOf = (saved: SaveResult): number => {
		expect(saved.kind).toBe('saved');
		return saved.kind === 'saved' ? saved.revid : 0;
	};

	it('returns the current user', async () => {
		const site = await readSite(await as('Volunteer'));
		expect(site).toMatchObject({ wikiId: 'metawiki', user: { name: 'Volunteer' }, batchSize: 50 });
		expect(site.generator).toMatch(/^MediaWiki 1\./);
		expect(site.now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		expect(site.namespaces).toContainEqual({ id: 1, name: 'Talk', canonical: 'Talk' });
	});

	it('creates a page once, and edits it', async () => {
		const wiki = await as('Volunteer');
		const first = revidOf(await put(wiki, 'Contract/Create', 'one', 'new'));
		expect(await put(wiki, 'Contract/Create', 'other', 'new')).toMatchObject({
			kind: 'conflict',
			page: {
				title: 'Contract/Create',
				revision: { revid: first, text: 'one', parentid: 0, user: { name: 'Volunteer' } },
			},
		});
		const second = revidOf(await put(wiki, 'Contract/Create', 'two', first));
		expect(second).toBeGreaterThan(first);
		expect(await put(wiki, 'Contract/Create', 'two\n', second)).toMatchObject({
			kind: 'saved',
			edited: false,
		});
	});

	it('treats identical text as saved, whoever saved it', async () => {
		await put(await as('LocalSysop'), 'Contract/Same', 'same', 'new');
		expect(await put(await as('Volunteer'), 'Contract/Same', 'same', 'new')).toMatchObject({ kind: 'saved' });
	});

	it('reports an edit conflict', async () => {
		const first = revidOf(await put(await as('Volunteer'), 'Contract/Conflict', 'one', 'new'));
		await put(await as('LocalSysop'), 'Contract/Conflict', 'two', first);
		expect(await put(await as('Volunteer'), 'Contract/Conflict', 'three', first)).toMatchObject({
			kind: 'conflict',
			page: { revision: { text: 'two', user: { name: 'LocalSysop' } } },
		});
	});

	it('does not recreate a deleted page', async () => {
		expect(await put(await as('Volunteer'), 'Contract/Never was', 'x', 1)).toEqual({
			kind: 'conflict',
			page: null,
		});
	});

	it('reads pages by title, by prefix, by revision, and whole histories', async () => {
		const wiki = await as('Volunteer');
		const first = revidOf(await put(wiki, 'Contract/List/B', 'b1', 'new'));
		const second = revidOf(await put(wiki, 'Contract/List/B', 'b2', first));
		await put(wiki, 'Contract/List/A', '#REDIRECT [[Contract/List/B]]', 'new');
		const pages = await readPages(wiki, ['Contract/List_B', 'Contract/List/B', 'Contract/None']);
		expect([...pages.keys()]).toEqual(['Contract/List/B']);
		const listed = await readPagesWithPrefix(wiki, 'Contract/List/', 0);
		expect(listed.map(({ title, isRedirect }) => [title, isRedirect]).sort()).toEqual([
			['Contract/List/A', true],
			['Contract/List/B', false],
		]);
		expect((await readHistory(wiki, 'Contract/List/B')).map(({ revid, text }) => [revid, text])).toEqual([
			[first, 'b1'],
			[second, 'b2'],
		]);
		const revisions = await readRevisions(wiki, [first, 999_999_999]);
		expect([...revisions.keys()]).toEqual([first]);
		expect(await readHistory(wiki, 'Contract/None')).toEqual([]);
	});

	it('returns a page under the requested title', async () => {
		const wiki = await as('Volunteer');
		await put(wiki, 'Contract/With blank', 'x', 'new');
		const pages = await readPages(wiki, ['Contract/With_blank']);
		expect([...pages].map(([requested, { title }]) => [requested, title])).toEqual([
			['Contract/With_blank', 'Contract/With blank'],
		]);
	});

	it('reads more pages than fit in one response', async () => {
		const wiki = await as('Volunteer');
		for (let count = 0; count < 53; count++)
			await put(wiki, `Contract/Many/${100 + count}`, `page ${count}`, 'new');
		const pages = await readPagesWithPrefix(wiki, 'Contract/Many/', 0);
		expect(new Set(pages.map(({ revision }) => revision.text)).size).toBe(53);
		const titles = pages.map(({ title }) => title);
		expect((await readPages(wiki, titles)).size).toBe(53);
	});

	it('lists changes since a timestamp, newest first', async () => {
		const wiki = await as('Volunteer');
		const { now } = await readSite(wiki);
		const first = revidOf(await put(wiki, 'Contract/News', 'one', 'new'));
		const second = revidOf(await put(await as('LocalSysop'), 'Contract/News', 'two', first));
		const since = async (seconds: number) => {
			const rcend = new Date(Date.parse(now) + seconds * 1000).toISOString();
			const rcprop = 'title|ids|loginfo|user';
			const list = 'recentchanges';
			const params = { action: 'query', list, rcprop, rctype: 'edit|new|log', rcend, rclimit: 'max' };
			const changes = await wiki.query(params);
			const { recentchanges } = changes.query as { recentchanges: readonly { title: string }[] };
			return recentchanges.filter(({ title }) => title === 'Contract/News');
		};
		expect(await since(-1)).toMatchObject([
			{ type: 'edit', revid: second, user: 'LocalSysop' },
			{ type: 'new', revid: first, user: 'Volunteer' },
		]);
		expect(await since(3600)).toEqual([]);
	});

	it('looks up accounts by user id, with groups and their expiry', async () => {
		const wiki = await as('Volunteer');
		const names = await readAccountsByName(wiki, ['LocalSysop', 'Volunteer', 'No such account']);
		expect([...names.keys()].sort()).toEqual(['LocalSysop', 'Volunteer']);
		const sysop = names.get('LocalSysop')?.id ?? 0;
		const accounts = await readAccounts(wiki, [sysop, 999_999], 'metawiki');
		expect(accounts.get(sysop)).toMatchObject({
			name: 'LocalSysop',
			fact: {
				known: true,
				value: {
					wiki: 'metawiki',
					groups: [{ group: 'sysop', expires: '2099-01-01T00:00:00Z' }],
					block: null,
				},
			},
		});
		expect(accounts.has(999_999)).toBe(false);
	});

	it('looks up global accounts', async () => {
		const wiki = await as('Volunteer');
		const abroad = await readGlobalAccount(wiki, 'SysopAbroad');
		expect(abroad).toMatchObject({ known: true, value: { exists: true, locked: false } });
		const wikis = abroad.known && abroad.value.exists ? abroad.value.wikis : [];
		expect(wikis.filter(({ groups }) => groups.length > 0)).toMatchObject([
			{ wiki: 'enwiki', groups: ['sysop'] },
		]);
		expect(await readGlobalAccount(wiki, 'No such account')).toMatchObject({
			known: true,
			value: { exists: false },
		});
		const invalid = await readGlobalAccount(wiki, 'A#B');
		expect(invalid.known ? '' : invalid.reason).toContain('baduser');
	});

	it('reports global accounts as unavailable without CentralAuth', async () => {
		expect(await readGlobalAccount(await setting().withoutCentralAuth(), 'Volunteer')).toEqual({
			known: false,
			reason: 'no-centralauth',
		});
	});

	it('rejects unknown parameters with the API’s error code', async () => {
		const wiki = await as('Volunteer');
		const error = await wiki.query({ action: 'no-such-action' }).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(WikiError);
		expect(error).toMatchObject({ code: 'badvalue', outcome: 'refused' });
	});
}
