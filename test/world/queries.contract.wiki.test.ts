import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Params } from '../../shared/wiki/wiki.ts';
import { createFakeWorld } from './createFakeWorld.ts';
import { describeRequest, type Observed } from './observe.ts';
import { errorCodeOf } from './scene.ts';
import { startRealWorld } from './startRealWorld.ts';
import { ADMIN, READER, type World } from './world.ts';

const CONTRIBUTIONS = { list: 'usercontribs', ucprop: 'ids|title|timestamp|comment' } as const;
const LOG = { list: 'logevents', leprop: 'ids|title|type|user|timestamp|details' } as const;
const HISTORY = { prop: 'revisions', titles: 'Long', rvprop: 'ids|user|comment' } as const;
const NAMES = [
	...[
		'whole history',
		'history with content',
		'history in steps',
		'history in steps, newer',
		'history of a user',
	],
	...['history from a moment', 'history to a moment', 'newest two', 'contributions', 'contributions by id'],
	...[
		'contributions of two',
		'contributions in steps',
		'contributions of two in steps',
		'talk contributions',
	],
	...[
		'contributions that are not minor',
		'minor contributions',
		'contributions since',
		'usual contributions',
	],
	...[
		'contributions of nobody',
		'log of deletions',
		'log of restorations',
		'log of a title',
		'log of a namespace',
	],
	...['log of a person', 'log since', 'log in steps', 'log of moves', 'two lists', 'two lists in steps'],
	...[
		'a list and pages',
		'a list in steps and pages',
		'spellings of titles',
		'a title twice',
		'invalid titles',
	],
	...[
		'pages by id',
		'bare titles',
		'pages with a prefix',
		'pages with a prefix, talk',
		'changes that are edits',
	],
	...['changes in steps', 'changes since', 'protection', 'revisions by id', 'usual revisions', 'json'],
] as const;

describe('the fake wiki responds like a real one to queries for', () => {
	let worlds: readonly World[];
	const answers: Observed[] = [];
	const refusals: unknown[] = [];

	beforeAll(async () => {
		const real = await startRealWorld();
		worlds = [createFakeWorld(real.wiki.installation.version.startsWith('1.39.') ? '1.39' : '1.43'), real];
		for (const world of worlds) {
			const questions = await fill(world);
			const whole = await describeRequest(world, questions);
			answers.push(whole);
			refusals.push(await describeRefusals(world));
		}
	});
	afterAll(() => Promise.all(worlds.map((world) => world.stop())));

	it.each(NAMES)('%s', (name) => {
		expect(answers[1]?.[name]).toBeDefined();
		expect(answers[0]?.[name]).toEqual(answers[1]?.[name]);
	});
	it('invalid queries', () => {
		expect(refusals[0]).toEqual(refusals[1]);
	});
});

/** Fills a wiki. @returns the requests, with this wiki's ids and timestamps */
async function fill(world: World): Promise<Readonly<Record<(typeof NAMES)[number], Params>>> {
	const ana = await world.createAccount('Ana');
	const ben = await world.createAccount('Ben');
	const eve = await world.createAccount('Eve');
	for (let index = 0; index < 53; index++) {
		const by = index % 3 === 0 ? 'Ben' : 'Ana';
		await world.append(by, {
			title: 'Long',
			text: `\nline ${index}`,
			summary: `s${index}`,
			minor: index > 48,
		});
	}
	await world.edit('Ana', { title: 'User talk:Ben', text: 'Hello', summary: 'greet' });
	await world.edit('Ana', { title: 'Talk:Long', text: '#REDIRECT [[Long]]', summary: 'r' });
	for (const name of ['A', 'B c', 'D'])
		await world.edit('Eve', { title: `List/${name}`, text: name, summary: name });
	await world.edit('Eve', { title: 'User:Eve/x.json', text: '{}', summary: 'json' });
	await world.pass(2);
	await world.append('Ana', { title: 'Long', text: '\nlate', summary: 'late' });
	await world.append('Ben', { title: 'Long', text: '\nlater', summary: 'later' });
	await world.move('Eve', { from: 'List/D', to: 'List/E', reason: 'x' });
	await world.delete(ADMIN, 'List/A', 'gone');
	await world.restore(ADMIN, 'List/A', 'back');
	await world.protect(ADMIN, { title: 'Long', levels: { edit: 'autoconfirmed', move: 'sysop' } });
	const history = await world.history('Long');
	const since = history.find(({ comment }) => comment === 'late')?.timestamp ?? '';
	const ids = history.slice(0, 5).map(({ revid }) => revid);
	const [listed] = await world.history('List/B c');
	const users = [ana, ben, eve];
	return {
		'whole history': { ...HISTORY, rvlimit: 'max' },
		'history with content': { ...HISTORY, rvprop: 'ids|content', rvslots: 'main', rvlimit: 'max' },
		'history in steps': { ...HISTORY, rvlimit: 20 },
		'history in steps, newer': { ...HISTORY, rvlimit: 20, rvdir: 'newer' },
		'history of a user': { ...HISTORY, rvlimit: 'max', rvuser: 'Ben' },
		'history from a moment': { ...HISTORY, rvlimit: 'max', rvdir: 'newer', rvstart: since },
		'history to a moment': { ...HISTORY, rvlimit: 'max', rvend: since },
		'newest two': { ...HISTORY, rvlimit: 2, rvprop: 'ids|timestamp|comment|sha1' },
		contributions: { ...CONTRIBUTIONS, ucuser: 'Ana', uclimit: 'max' },
		'contributions by id': { ...CONTRIBUTIONS, ucuserids: ben, uclimit: 'max' },
		'contributions of two': { ...CONTRIBUTIONS, ucuserids: users, uclimit: 'max' },
		'contributions in steps': { ...CONTRIBUTIONS, ucuserids: ana, uclimit: 7 },
		'contributions of two in steps': { ...CONTRIBUTIONS, ucuserids: users, uclimit: 7 },
		'talk contributions': { ...CONTRIBUTIONS, ucuser: 'Ana', ucnamespace: '1|3', uclimit: 'max' },
		'contributions that are not minor': { ...CONTRIBUTIONS, ucuser: 'Ana', ucshow: '!minor', uclimit: 'max' },
		'minor contributions': { ...CONTRIBUTIONS, ucuser: 'Ana', ucshow: 'minor', uclimit: 'max' },
		'contributions since': { ...CONTRIBUTIONS, ucuser: 'Ana', ucend: since, uclimit: 'max' },
		'usual contributions': { list: 'usercontribs', ucuser: 'ana', uclimit: 40 },
		'contributions of nobody': { ...CONTRIBUTIONS, ucuser: 'Nobody here' },
		'log of deletions': { ...LOG, letype: 'delete' },
		'log of restorations': { ...LOG, leaction: 'delete/restore' },
		'log of a title': { ...LOG, letitle: 'List/A' },
		'log of a namespace': { ...LOG, lenamespace: 3 },
		'log of a person': { ...LOG, leuser: 'Eve', lelimit: 'max' },
		'log since': { ...LOG, letype: 'create', leend: since },
		'log in steps': { ...LOG, letype: 'create', lelimit: 2 },
		'log of moves': { ...LOG, leaction: 'move/move', leprop: 'title|details' },
		'two lists': {
			...{ ...CONTRIBUTIONS, ...LOG, list: 'usercontribs|logevents' },
			...{ ucuser: 'Eve', uclimit: 'max', letype: 'delete' },
		},
		'two lists in steps': {
			...{ ...CONTRIBUTIONS, ...LOG, list: 'usercontribs|logevents' },
			...{ ucuser: 'Ana', uclimit: 15, letype: 'create', lelimit: 4 },
		},
		'a list and pages': { ...CONTRIBUTIONS, ...HISTORY, ucuser: 'Eve', uclimit: 'max' },
		'a list in steps and pages': { ...CONTRIBUTIONS, ...HISTORY, ucuser: 'Eve', uclimit: 2 },
		'spellings of titles': {
			prop: 'info',
			titles: ['list/B_c', 'user_talk:Ben', 'USER:eve/x.json', ' Long '],
		},
		'a title twice': { prop: 'info', titles: ['Long', 'long', 'None', 'none'] },
		'invalid titles': { prop: 'info', titles: ['Long', 'Talk:'] },
		'pages by id': { prop: 'info|revisions', pageids: [9_999_999], rvprop: 'ids' },
		'bare titles': { titles: ['Long', 'None', 'MediaWiki:None.json', 'Template:None'] },
		'pages with a prefix': { ...PREFIXED, gapprefix: 'List/' },
		'pages with a prefix, talk': { ...PREFIXED, gapprefix: 'L', gapnamespace: 1 },
		'changes that are edits': { ...CHANGES, rctype: 'edit|new', rclimit: 'max' },
		'changes in steps': { ...CHANGES, rctype: 'edit', rclimit: 9 },
		'changes since': { ...CHANGES, rctype: 'edit|new|log', rcend: since, rclimit: 'max' },
		protection: { prop: 'info', inprop: 'protection', titles: ['Long', 'None'] },
		'revisions by id': { prop: 'revisions', revids: [...ids, listed?.revid ?? 0], rvprop: 'ids|user' },
		'usual revisions': { prop: 'revisions', titles: ['Long', 'List/E'] },
		json: { ...PREFIXED, gapprefix: 'Eve', gapnamespace: 2, prop: 'info' },
	};
}

const PREFIXED = {
	...{ generator: 'allpages', gaplimit: 50, prop: 'revisions|info' },
	...{ rvprop: 'ids|content|user|tags', rvslots: 'main' },
} as const;
const CHANGES = { list: 'recentchanges', rcprop: 'title|ids|user|comment' } as const;

async function describeRefusals(world: World): Promise<readonly string[]> {
	const wiki = await world.as(READER);
	const queryCode = (params: Params) => errorCodeOf(wiki.query({ action: 'query', ...params }));
	const titles = Array.from({ length: 51 }, (_, index) => `Title ${index}`);
	return [
		await queryCode({ titles: ['Long', 'List/B c'], prop: 'revisions', rvlimit: 2 }),
		await queryCode({ titles, prop: 'info' }),
		await queryCode({ ...CONTRIBUTIONS, ucuser: '' }),
	];
}
