import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CycleCache, isCacheUsable } from '../../../bot/cycle/cache/cycleCache.ts';
import { readCache, writeCache } from '../../../bot/cycle/cache/cacheFile.ts';

const cache: CycleCache = {
	wikiId: 'metawiki',
	programmeRevision: 7,
	programmeHistory: {
		inForce: null,
		problem: { revid: 7, detail: 'hidden' },
		changes: [{ part: 'bot', revid: 7, at: '2026-01-01T00:00:00Z', by: 'Admin' }],
		formerBots: [12],
		rows: [{ name: 'Ana', id: 5, savedAt: '2026-01-01T00:00:00Z' }],
	},
	log: {
		page: { title: 'Log', contentModel: 'wikitext', length: 7 },
		imported: new Set([3, 4]),
		history: { revisions: [], imports: [0] },
	},
	readAt: '2026-01-02T00:00:00Z',
	fullAt: '2026-01-01T12:00:00Z',
	seenChanges: [1, 2],
	ownRevisions: [3],
	pages: [],
	problems: [],
	accounts: {
		local: new Map([[5, { id: 5, name: 'Ana', fact: { known: false, reason: 'lost' } }]]),
		global: new Map([['Ana', { known: true, value: { exists: false }, at: '2026-01-02T00:00:00Z' }]]),
		names: new Map([['Zed', null]]),
	},
	digests: new Map([['Status', 'digest']]),
	sent: {
		sent: [
			{
				course: 'pb',
				applicant: 5,
				kind: 'receipt',
				about: '',
				at: '2026-01-01T13:00:00Z',
				title: 'User talk:Ana',
				revid: 9,
			},
		],
		hidden: ['2026-01-01T14:00:00Z'],
	},
	messageTexts: new Map([
		[17, 'Hello'],
		[18, null],
	]),
	undeliverable: new Map([['pb/6/receipt', 'nobots']]),
};

describe('the cache file', () => {
	let folder: string;
	let file: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'bookmark-'));
		file = join(folder, 'bookmark.json');
	});
	afterEach(() => rm(folder, { recursive: true }));

	it('round-trips, and leaves no temporary files', async () => {
		await writeCache(file, { ...cache, programmeRevision: 6 });
		await writeCache(file, cache);
		expect(await readCache(file, 'metawiki')).toEqual(cache);
		expect(await readdir(folder)).toEqual(['bookmark.json']);
	});

	it('is null when there is no file', async () => {
		expect(await readCache(file, 'metawiki')).toBeNull();
		expect(await readCache(join(folder, 'no', 'such'), 'metawiki')).toBeNull();
	});

	it('is null for another wiki', async () => {
		await writeCache(file, cache);
		expect(await readCache(file, 'enwiki')).toBeNull();
	});

	it.each<[string, (text: string) => string]>([
		['cut', (text) => text.slice(0, -20)],
		['empty', () => ''],
		['of another format', (text) => text.replace('"format":', '"format":9')],
		['changed', (text) => text.replace('"Ana"', '"Eve"')],
		['something else', () => 'PNG\n\n'],
	])('is null when the file is %s', async (_, change) => {
		await writeCache(file, cache);
		await writeFile(file, change(await readFile(file, 'utf8')));
		expect(await readCache(file, 'metawiki')).toBeNull();
	});
});

describe('whether a cache is usable', () => {
	it.each<[string, boolean, Partial<{ wiki: string; programme: number; now: string }>]>([
		['soon after', true, {}],
		['seen by a server whose clock is a little behind', true, { now: '2026-01-01T23:59:30Z' }],
		['on another wiki', false, { wiki: 'enwiki' }],
		['under another programme', false, { programme: 8 }],
		['a day after everything was read', false, { now: '2026-01-02T12:00:00Z' }],
		['after a clock went back', false, { now: '2026-01-01T23:00:00Z' }],
	])('%s: %s', (_, expected, { wiki = 'metawiki', programme = 7, now = '2026-01-02T00:05:00Z' }) => {
		expect(isCacheUsable(cache, wiki, programme, now)).toBe(expected);
	});
});
