import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectWiki } from '../../../../bot/wiki/mwnWiki.ts';
import { writeStatusRegion } from '../../../../shared/application/statusRegion.ts';
import type { Problem } from '../../../../shared/history/problem.ts';
import type { Wiki as Port } from '../../../../shared/wiki/wiki.ts';
import { ApiSession, login } from '../../../wiki/apiSession.ts';
import { wikiAdmin } from '../../../wiki/prepareTemplate.ts';
import { startWiki } from '../../../wiki/startWiki.ts';
import type { Wiki } from '../../../wiki/wiki.ts';
import { createApplication, NOW, BOT, createCohort, programme } from '../../render/cohort.ts';
import { deployTemplates } from '../../render/deployTemplates.ts';
import { publishAll } from './publishAll.ts';

const PASSWORD = '0123456789abcdef0123456789abcdef';
const STATUS = `${programme.root}/Status`;
const REPORT = `User:${BOT}/Report`;
const [first] = createCohort(1);
const APPLICATION = first?.title ?? '';
const CALL = '{{WikiLearn application\n| course = iah\n| motivation = To help\n}}';
const OTHERS = "What others wrote '''here'''.";
const begin = /<!-- wikilearn:status begin[^]*?-->/;
const end = /<!-- wikilearn:status end[^]*?-->/;

interface Revisions {
	readonly query: {
		readonly pages: readonly {
			readonly contentmodel: string;
			readonly revisions?: readonly {
				readonly parsedcomment: string;
				readonly user: string;
				readonly minor: boolean;
				readonly slots: { readonly main: { readonly content: string } };
			}[];
		}[];
	};
}

describe('publishing on a real wiki', () => {
	let running: Wiki;
	let port: Port;
	let bot: number;
	let remembered: ReadonlyMap<string, string> = new Map();
	let found: readonly Problem[] = [];

	beforeAll(async () => {
		running = await startWiki();
		await deployTemplates(running);
		bot = await running.createAccount({
			name: BOT,
			password: 'a long password of the bot',
			groups: ['bot'],
			botPasswords: [
				{
					appId: 'test',
					password: PASSWORD,
					grants: ['basic', 'highvolume', 'editpage', 'createeditmovepage'],
				},
			],
		});
		port = await connectWiki({
			apiUrl: running.apiUrl,
			userAgent: 'wikilearn-test',
			credentials: { kind: 'bot-password', username: `${BOT}@test`, password: PASSWORD },
		});
		await publish(createCohort(2));
		await running.snapshot('published');
	});
	beforeEach(async () => {
		await running.restore('published');
		remembered = new Map();
	});
	afterAll(() => running.stop());

	async function publish(applications: ReturnType<typeof createCohort>, changed: readonly string[] = []) {
		const result = await publishAll(port, { bot, applications, at: NOW, cached: remembered, changed });
		remembered = result.digests;
		found = result.problems;
		return result.results.flatMap((page) =>
			page.kind === 'unchanged' ? [] : [`${page.title}: ${page.kind}`],
		);
	}

	/** Newest first. */
	async function pageNow(title: string) {
		const { query } = await new ApiSession(running.apiUrl).get<Revisions>({
			action: 'query',
			prop: 'revisions|info',
			titles: title,
			rvprop: 'parsedcomment|user|flags|content',
			rvslots: 'main',
			rvlimit: 'max',
		});
		const [page] = query.pages;
		return { model: page?.contentmodel, revisions: page?.revisions ?? [] };
	}
	const textOf = async (title: string) =>
		(await pageNow(title)).revisions[0]?.slots.main.content ?? '(missing)';
	const write = (title: string, text: string) =>
		new ApiSession(running.apiUrl).edit({ title, text, summary: 'by hand' });
	const admin = () => login(running.apiUrl, wikiAdmin.name, wikiAdmin.password);
	const problems = () => found.map(({ kind, about }) => `${kind}: ${about}`);

	it('saves changes once, as a minor edit, with a summary that names nobody', async () => {
		expect(await publish(createCohort(2))).toEqual([]);
		expect(await publish(createCohort(2))).toEqual([]);
		expect(await publish([createApplication(0, { state: 'accepted' }), ...createCohort(4).slice(1)])).toEqual(
			[`${STATUS}: saved`],
		);
		const [newest] = (await pageNow(STATUS)).revisions;
		expect(newest?.parsedcomment).toBe(
			'Identifying and Addressing Harassment Online: 2 applications, 1 of 40 seats taken; ' +
				'Partnership Building: 2 applications, 0 of 40 seats taken',
		);
		expect(newest?.minor).toBe(true);
	});

	it.each([STATUS, REPORT])(
		'restores a page that was moved away, and does not write below the redirect: %s',
		async (title) => {
			await (await admin()).post({ action: 'move', from: title, to: 'Project:Hidden away' });
			expect(await publish(createCohort(2), [title])).toContain(`${title}: saved`);
			expect(await textOf(title)).toMatch(/^<!-- wikilearn:status begin/);
			expect(problems()).toEqual([`page-restored: ${title}`]);
			const moved = await textOf('Project:Hidden away');
			await publish(createCohort(3), [title]);
			expect(await textOf('Project:Hidden away')).toBe(moved);
		},
	);

	it.each([STATUS, REPORT])(
		'restores a page that was deleted or moved away without a redirect: %s',
		async (title) => {
			await (
				await admin()
			).post({ action: 'move', from: title, to: 'Project:Hidden away', noredirect: true });
			expect(await publish(createCohort(2), [title])).toEqual([`${title}: saved`]);
			await (await admin()).post({ action: 'delete', title });
			expect(await publish(createCohort(2), [title])).toEqual([`${title}: saved`]);
			expect(await textOf(title)).toMatch(/^<!-- wikilearn:status begin/);
		},
	);

	it.each([STATUS, REPORT])('restores a blanked page: %s', async (title) => {
		const before = await textOf(title);
		for (let time = 0; time < 3; time++) {
			await write(title, '');
			expect(await publish(createCohort(2), [title])).toEqual([`${title}: saved`]);
			expect(await textOf(title)).toBe(before);
		}
	});

	it.each([STATUS, REPORT])(
		'changes a page with another content model back to wikitext: %s',
		async (title) => {
			await (await admin()).post({ action: 'changecontentmodel', title, model: 'text', summary: 'x' });
			expect((await pageNow(title)).model).toBe('text');
			const published = await publish(createCohort(2), [title]);
			const { model } = await pageNow(title);
			// A wiki may not let bots change it: then it is reported each time.
			if (model === 'wikitext') {
				expect(published).toContain(`${title}: saved`);
				expect(problems()).toEqual([`page-restored: ${title}`]);
			} else expect(problems()).toEqual([`not-saved: ${title}`]);
			expect(found).toHaveLength(1);
		},
	);

	it('reports pages that it cannot edit', async () => {
		await (await admin()).post({ action: 'protect', title: STATUS, protections: 'edit=sysop' });
		expect(await publish(createCohort(3))).toEqual([`${STATUS}: refused`, `${REPORT}: saved`]);
		expect(found).toMatchObject([{ kind: 'not-saved', about: STATUS, detail: 'protectedpage' }]);
		expect(await textOf(REPORT)).toContain('protectedpage');
	});

	it('keeps other people’s text when the markers are moved around it', async () => {
		const region = await textOf(STATUS);
		await write(STATUS, `${OTHERS}\n\n${region}`);
		const [marker = ''] = begin.exec(region) ?? [];
		await write(STATUS, `${marker}\n${OTHERS}\n\n${region.replace(begin, '')}`);
		await publish(createCohort(3), [STATUS]);
		const [above = '', below = ''] = (await textOf(STATUS)).split(end);
		expect(above).not.toContain(OTHERS);
		expect(below).toContain(OTHERS);
		expect(problems()).toEqual([`markers-moved: ${STATUS}`]);
		await publish(createCohort(4), [STATUS]);
		expect((await textOf(STATUS)).split(OTHERS)).toHaveLength(2);
	});

	it('keeps an applicant’s template call that was between the markers before the first edit', async () => {
		await write(APPLICATION, CALL);
		await write(APPLICATION, writeStatusRegion(CALL));
		await publish(createCohort(2));
		const [above = '', below = ''] = (await textOf(APPLICATION)).split(end);
		expect(above).toContain('WikiLearn status/application');
		expect(below).toContain(CALL);
		expect(problems()).toEqual([`markers-moved: ${APPLICATION}`]);
	});

	it('keeps an applicant’s template call that was posted with the markers around it', async () => {
		await write(APPLICATION, writeStatusRegion(CALL));
		await publish(createCohort(2));
		expect(await textOf(APPLICATION)).toContain(CALL);
	});

	it('does not restore a region that somebody removed from an application page', async () => {
		await write(APPLICATION, CALL);
		await publish(createCohort(2));
		expect(await textOf(APPLICATION)).toContain('wikilearn:status begin');
		await write(APPLICATION, CALL);
		await publish([createApplication(0, { state: 'accepted' }), createApplication(1)], [APPLICATION]);
		expect(await textOf(APPLICATION)).toBe(CALL);
		expect(problems()).toEqual([`region-removed: ${APPLICATION}`]);
	});
});
