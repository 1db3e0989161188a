import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { completeDraft } from '../../../bot/deploy/completeDraft.ts';
import { logPage } from '../../../bot/deploy/ownPages.ts';
import { readPageInfo } from '../../../bot/deploy/readPageInfo.ts';
import { readHistory } from '../../../shared/wiki/readPages.ts';
import { PROGRAMME_PAGE, readProgrammeHistory } from '../../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import type { Wiki as Port } from '../../../shared/wiki/wiki.ts';
import { completeProgrammeOn } from '../../programmeIds.ts';
import { login, type ApiSession } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { renameUser } from '../cycle/renameUser.ts';

const LOG = pilot.log.page;
const NAMES = ['WikiLearnBot', 'ReviewerOne', 'ReviewerTwo', 'ReviewerThree', 'WikiLearnTeam'];
const site = (now: string) => ({ now, batchSize: 50 }) as const;

describe('completing a draft on a real wiki', () => {
	let wiki: Wiki;
	let admin: ApiSession;
	let ids: ReadonlyMap<string, number>;
	const port: Port = {
		query: (params) => admin.get({ ...params } as never),
		edit: (params) => admin.post({ ...params } as never),
	};
	beforeAll(async () => {
		wiki = await startWiki();
		ids = await wiki.createAccounts(NAMES.map((name) => ({ name, password: `${name} of 2031` })));
		await wiki.snapshot('accounts');
	});
	beforeEach(async () => {
		await wiki.restore('accounts');
		admin = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
	});
	afterAll(() => wiki.stop());

	const save = (text: string) => admin.edit({ title: PROGRAMME_PAGE, text });
	const complete = (draft: unknown, now = '2031-01-01T00:00:00Z') => completeDraft(port, draft, site(now));
	const problemsOf = async (draft: unknown): Promise<readonly string[]> => {
		const completed = await complete(draft);
		return completed.ok ? [] : completed.problems;
	};

	it('fills in ids, timestamps and the new log page, and changes nothing the second time', async () => {
		const first = await complete(pilot);
		if (!first.ok) throw new Error(first.problems.join('\n'));
		expect(first.text).toContain('"id": "filled in once the page is created"');
		expect(first.text).toMatch(/^\{\n\t"name": \{\n\t\t"en"/);
		const { title, text } = logPage(first.programme);
		await admin.edit({ title, text, createonly: true });
		const log = await readPageInfo(port, { titles: LOG });
		await save(first.withLog?.(log?.pageid ?? 0) ?? '');
		const { inForce } = readProgrammeHistory(await readHistory(port, PROGRAMME_PAGE));
		expect(inForce?.programme).toMatchObject({
			bot: { name: 'WikiLearnBot', id: ids.get('WikiLearnBot') },
			reviewers: ['ReviewerOne', 'ReviewerTwo', 'ReviewerThree'].map((name) => ({
				name,
				id: ids.get(name),
				from: '2031-01-01T00:00:00Z',
			})),
			log: { page: LOG, id: log?.pageid },
		});
		const second = await complete(pilot, '2032-01-01T00:00:00Z');
		expect(second).toMatchObject({ ok: true, withLog: null, programme: inForce?.programme });
	});

	it('keeps a moved log, whatever is at its old title', async () => {
		const programme = await completeProgrammeOn(port, pilot);
		await save(JSON.stringify(programme));
		await admin.post({ action: 'move', from: LOG, to: 'Elsewhere', noredirect: true });
		await admin.edit({ title: LOG, text: 'another log' });
		expect(await complete(pilot)).toMatchObject({
			ok: true,
			withLog: null,
			programme: { log: programme.log },
		});
	});

	it('fails when the log was deleted', async () => {
		await save(JSON.stringify(await completeProgrammeOn(port, pilot)));
		await admin.post({ action: 'delete', title: LOG });
		expect(await problemsOf(pilot)).toEqual([expect.stringContaining('If it was deleted, restore it')]);
	});

	it('fails when the log title is not a wikitext page', async () => {
		await admin.edit({ title: LOG, text: '#REDIRECT [[Elsewhere]]' });
		expect(await problemsOf(pilot)).toEqual([
			`log: ${LOG} is a redirect. Name another page, or delete the redirect.`,
		]);
		await admin.edit({ title: 'User:WikiAdmin/Log.json', text: '{}' });
		expect(await problemsOf({ ...pilot, log: { page: 'User:WikiAdmin/Log.json' } })).toEqual([
			expect.stringContaining('content model json'),
		]);
	});

	it('reports everything that is wrong at once', async () => {
		const draft = {
			...pilot,
			bot: { name: 'WikiLearnBott' },
			reviewers: [{ name: 'ReviewerOne', id: ids.get('ReviewerTwo') }, { name: 'reviewerTwo' }],
			contact: { ...pilot.contact, account: 'Nobody' },
			log: { page: LOG, id: 1 },
		};
		expect(await problemsOf(draft)).toEqual([
			'No such account on this wiki: WikiLearnBott, Nobody. Correct the names in the file, or create the accounts first.',
			`reviewers[0]: the file gives ReviewerOne the user id ${ids.get('ReviewerTwo')}. The account with that id is called ReviewerTwo. ReviewerOne has the user id ${ids.get('ReviewerOne')}.`,
			`log: the file gives ${LOG} the page id 1, but the page with that id is Main Page.`,
		]);
	});

	it('keeps the timestamps of a renamed person', async () => {
		const programme: Programme = await completeProgrammeOn(port, pilot);
		await save(JSON.stringify(programme));
		await renameUser(wiki, 'ReviewerTwo', 'ReviewerTwoAgain');
		expect(await problemsOf(pilot)).toEqual([
			expect.stringContaining('No such account on this wiki: ReviewerTwo.'),
		]);
		const reviewers = [{ name: 'ReviewerOne' }, { name: 'ReviewerTwoAgain' }, { name: 'ReviewerThree' }];
		expect(await complete({ ...pilot, reviewers })).toMatchObject({
			ok: true,
			programme: {
				reviewers: [{}, { ...programme.reviewers[1], name: 'ReviewerTwoAgain' }, {}],
			},
		});
	});
});
