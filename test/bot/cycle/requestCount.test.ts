import { describe, expect, it } from 'vitest';
import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { writeAction, type LogAction } from '../../../shared/actions/mark.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { createPerson } from '../../bench/people.ts';
import { MemoryWiki } from '../../memory/memoryWiki.ts';
import { fillInIds } from '../../programmeIds.ts';
import { createCycleProgramme } from './createCycleProgramme.ts';

const BOT = 'WikiLearnBot';
const N = 2_000;
const LOG = 'Learn/Log';

interface Stage {
	readonly wiki: MemoryWiki;
	readonly programme: Programme;
	/** Ids of the applicants by their number, with the revision of their answers. */
	readonly applicants: readonly { readonly id: number; readonly answersRevid: number }[];
	/** A line more in the log. */
	readonly log: (action: LogAction) => number;
}

/** A wiki with so many applications as the form saves them, and no CentralAuth: one look-up tells. */
function createWiki(count: number, rights: readonly string[] = ['apihighlimits', 'bot']): Stage {
	const wiki = new MemoryWiki();
	const ids = new Map([BOT, 'Rita'].map((name) => [name, wiki.addAccount(name).id]));
	const bot = wiki.state.accounts[0];
	if (bot) bot.rights = [...rights];
	const add = (user: string, title: string, text: string): number => {
		const revid = wiki.state.nextRevid++;
		const timestamp = '2025-12-31T00:00:00Z';
		wiki.state.pages.push({
			pageid: revid,
			title,
			revisions: [{ revid, parentid: 0, timestamp, user, text }],
		});
		return revid;
	};
	const programme = fillInIds(createCycleProgramme(wiki.state.now), ids, add(BOT, LOG, 'The log.'));
	add(BOT, PROGRAMME_PAGE, JSON.stringify(programme));
	for (const { page } of programme.courses) add(BOT, page, 'A course');
	const applicants = Array.from({ length: count }, (_, index) => {
		const { name, title, text } = createPerson(programme, index);
		return { id: wiki.addAccount(name).id, answersRevid: add(name, title, text) };
	});
	const log = (action: LogAction): number => {
		const history = wiki.state.pages.find(({ title }) => title === LOG)?.revisions ?? [];
		const before = history[history.length - 1];
		const revid = wiki.state.nextRevid++;
		history.push({
			revid,
			parentid: before?.revid ?? 0,
			timestamp: new Date(wiki.state.now).toISOString().replace('.000Z', 'Z'),
			user: 'Rita',
			text: `${before?.text ?? ''}\n* ${action.kind}`,
			comment: writeAction(action, `nonce${String(revid).padStart(6, '0')}`),
		});
		return revid;
	};
	return { wiki, programme, applicants, log };
}

async function cycle(wiki: MemoryWiki, cache: CycleCache | null) {
	wiki.requests.length = 0;
	const result = await runCycle(wiki.as(BOT), { cache, bot: BOT, translate: translateInto });
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	const edits = wiki.requests.filter(({ action }) => action === 'edit').length;
	const lookUps = wiki.requests.filter(({ meta }) => meta === 'globaluserinfo').length;
	return { ...result, edits, lookUps, others: wiki.requests.length - edits - lookUps };
}

const budget = (applications: number, logged: number, batch = 500): number =>
	2 * Math.ceil(applications / batch) + 6 + Math.ceil(logged / batch);

describe('requests of a cycle', () => {
	it(
		`keeps to the budget with ${N} applications, its edits included, and then asks once`,
		{ timeout: 120_000 },
		async () => {
			const { wiki } = createWiki(N);
			const first = await cycle(wiki, null);
			expect(first.applications).toHaveLength(N);
			expect(first.lookUps).toBe(1);
			expect(first.others).toBeLessThanOrEqual(budget(N, 1));
			const saved = first.published.filter(({ kind }) => kind === 'saved').length;
			expect(saved).toBeGreaterThan(N);
			expect(first.edits).toBe(saved);
			// A list whose texts do not fit into one answer would name all its pages in each.
			const lists = wiki.requests.filter(({ generator }) => generator === 'allpages');
			expect(lists.map(({ gaplimit }) => gaplimit)).toEqual(lists.map(() => 500));

			const second = await cycle(wiki, first.cache);
			expect([second.others, second.edits]).toEqual([1, 0]);
		},
	);

	it('stays within the budget with a long log, and does not read it again when nothing changed', async () => {
		const { wiki, log, applicants } = createWiki(600);
		for (let index = 0; index < 1200; index++)
			log({
				kind: 'decide',
				course: index % 3 === 0 ? 'iah' : 'pb',
				outcome: 'waitlisted',
				place: null,
				applicants: [applicants[index % 600]!],
			});
		wiki.state.now += 10 * 60_000;
		const first = await cycle(wiki, null);
		expect(first.applications.filter(({ decision }) => decision)).toHaveLength(600);
		expect(first.others).toBeLessThanOrEqual(budget(600, 1201));
		const second = await cycle(wiki, first.cache);
		expect([second.others, second.edits]).toEqual([1, 0]);
	});

	it('reads the texts of all messages in one request, and only once', async () => {
		const { wiki, log, applicants } = createWiki(30);
		const page = applicants[0]!.answersRevid;
		const write = { kind: 'write', course: 'pb', to: 'accepted', page, revision: page } as const;
		for (let index = 0; index < 10; index++) log(write);
		wiki.state.now += 10 * 60_000;
		const first = await cycle(wiki, null);
		expect(first.others).toBeLessThanOrEqual(budget(30, 11));
		const second = await cycle(wiki, first.cache);
		expect([second.others, second.edits]).toEqual([1, 0]);
	});

	it('needs few requests and edits for one new application, and for one decision', async () => {
		const { wiki, programme } = createWiki(200);
		const first = await cycle(wiki, null);
		const { name, title, text } = createPerson(programme, 200);
		const { id } = wiki.addAccount(name);
		wiki.state.now += 60_000;
		await wiki.as(name).edit({ action: 'edit', title, text, createonly: true });
		const applied = await cycle(wiki, first.cache);
		expect(applied.applications).toHaveLength(201);
		expect(applied.others).toBeLessThanOrEqual(4);
		// The application's own page, the first part of the status page, and the part with its row.
		expect(applied.edits).toBeLessThanOrEqual(3);

		const settled = await cycle(wiki, applied.cache);
		wiki.state.now += 60_000;
		const added = settled.applications.find((application) => application.title === title)?.added.revid ?? 0;
		const action = { kind: 'decide', course: 'pb', outcome: 'accepted', place: null } as const;
		await wiki.as('Rita').edit({
			action: 'edit',
			pageid: programme.log.id,
			appendtext: '\n* decided',
			summary: writeAction({ ...action, applicants: [{ id, answersRevid: added }] }, 'nonce123'),
		});
		const decided = await cycle(wiki, settled.cache);
		expect(decided.applications.filter(({ decision }) => decision)).toHaveLength(1);
		// The log, and the report, which says that a decision waits.
		expect(decided.others).toBeLessThanOrEqual(4);
		expect(decided.edits).toBe(1);
	});

	it('follows the same formula with 50 pages per request', async () => {
		const { wiki } = createWiki(220, ['bot']);
		const first = await cycle(wiki, null);
		expect(first.applications).toHaveLength(220);
		expect(first.others).toBeGreaterThan(Math.ceil(220 / 50));
		expect(first.others).toBeLessThanOrEqual(budget(220, 1, 50));
		const second = await cycle(wiki, first.cache);
		expect([second.others, second.edits]).toEqual([1, 0]);
	});
});
