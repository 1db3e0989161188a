import type { ApiResponse, Params, Wiki } from '../../shared/wiki/wiki.ts';
import { queryAll } from '../../shared/wiki/response.ts';
import { READER, type World } from './world.ts';

type Item = Readonly<Record<string, unknown>>;

/** A wiki's responses about some pages, by request. Ids and timestamps are normalized. */
export type Observed = Readonly<Record<string, unknown>>;

const ALL_PROPS = 'ids|flags|timestamp|user|userid|comment|size|sha1|tags|content|contentmodel';
const USERS = ['Ana', 'Ben', 'Eve', 'Rita', 'WikiAdmin', 'Tom', 'Thomas', 'Uma', 'Nobody here'];

export async function observe(world: World, titles: readonly string[]): Promise<Observed> {
	const wiki = await world.as(READER);
	const histories = await Promise.all(
		titles.map((title) =>
			pages(wiki, { prop: 'revisions', titles: title, rvprop: ALL_PROPS, rvslots: 'main', rvlimit: 'max' }),
		),
	);
	const revids = histories.flat().flatMap((page) => (page.revisions ?? []) as readonly { revid: number }[]);
	const pageids = histories.flat().flatMap(({ pageid }) => (typeof pageid === 'number' ? [pageid] : []));
	const answers = {
		histories: histories.flat(),
		'histories, oldest first, without content': await Promise.all(
			titles.map((title) =>
				pages(wiki, { prop: 'revisions', titles: title, rvprop: 'ids|user', rvdir: 'newer', rvlimit: 3 }),
			),
		),
		'the newest revisions': await pages(wiki, {
			prop: 'revisions',
			titles,
			rvprop: ALL_PROPS,
			rvslots: 'main',
		}),
		information: await pages(wiki, { prop: 'info', inprop: 'protection', titles }),
		'pages by id': await pages(wiki, { prop: 'revisions|info', pageids: [...pageids, 9_999_999] }),
		'revisions by id': await pages(wiki, {
			prop: 'revisions',
			revids: [...revids.map(({ revid }) => revid), 9_999_999].slice(0, 50),
			rvprop: 'ids|comment|user|tags|size',
		}),
		contributions: await contributions(wiki, titles),
		'the log': await logs(wiki, titles),
		'recent changes': await changes(wiki, titles),
	};
	return normalize(answers, await userIds(wiki));
}

/** All responses to some requests, by name, including continuations. */
export async function describeRequest(
	world: World,
	questions: Readonly<Record<string, Params>>,
): Promise<Observed> {
	const wiki = await world.as(READER);
	const answers: Record<string, readonly unknown[]> = {};
	for (const [name, params] of Object.entries(questions)) {
		const parts: unknown[] = [];
		for await (const response of queryAll(wiki, { action: 'query', ...params })) {
			const query = extractQuery(response);
			parts.push(query.pages ? { ...query, pages: sortItems(query.pages as readonly Item[]) } : query);
		}
		answers[name] = parts;
	}
	return normalize(answers, await userIds(wiki));
}

async function contributions(wiki: Wiki, titles: readonly string[]): Promise<readonly Item[]> {
	const found: Item[] = [];
	for (const ucuser of USERS) {
		const ucprop = 'ids|title|timestamp|comment|size|flags|tags';
		const params = { list: 'usercontribs', ucuser, ucprop, uclimit: 'max' };
		found.push(...(await items(wiki, params, 'usercontribs')));
	}
	return found.filter(({ title }) => titles.includes(String(title)));
}

async function logs(wiki: Wiki, titles: readonly string[]): Promise<readonly Item[]> {
	const found: Item[] = [];
	for (const letitle of titles) {
		const leprop = 'ids|title|type|user|userid|timestamp|comment|details|tags';
		found.push(...(await items(wiki, { list: 'logevents', letitle, leprop, lelimit: 'max' }, 'logevents')));
	}
	return found;
}

async function changes(wiki: Wiki, titles: readonly string[]): Promise<readonly Item[]> {
	const rcprop = 'title|ids|loginfo|user|userid|timestamp|comment|flags|sizes|tags';
	const params = { list: 'recentchanges', rcprop, rctype: 'edit|new|log', rclimit: 'max' };
	const found = await items(wiki, params, 'recentchanges');
	const order = ({ revid, logid = 0, title }: Item) =>
		`${String(logid).padStart(9)} ${String(revid).padStart(9)} ${String(title)}`;
	return found
		.filter(({ title }) => titles.includes(String(title)))
		.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

async function items(wiki: Wiki, params: Params, name: string): Promise<readonly Item[]> {
	const found: Item[] = [];
	for await (const response of queryAll(wiki, { action: 'query', ...params }))
		found.push(...((extractQuery(response)[name] ?? []) as readonly Item[]));
	return found;
}

/** Including missing ones, by title and id. */
async function pages(wiki: Wiki, params: Params): Promise<readonly Item[]> {
	const query = extractQuery(await wiki.query({ action: 'query', ...params }));
	const bad = query.badrevids === undefined ? [] : [{ badrevids: query.badrevids }];
	return [...sortItems((query.pages ?? []) as readonly Item[]), ...bad];
}

function sortItems(found: readonly Item[]): readonly Item[] {
	return [...found].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ title, pageid }: Item): string {
	return `${String(title)} ${String(pageid)}`;
}

function extractQuery(response: ApiResponse): Item {
	return (response.query ?? {}) as Item;
}

async function userIds(wiki: Wiki): Promise<ReadonlyMap<number, string>> {
	const response = await wiki.query({ action: 'query', list: 'users', ususers: USERS });
	const users = extractQuery(response).users as readonly {
		readonly userid?: number;
		readonly name: string;
	}[];
	return new Map(users.map(({ userid = 0, name }) => [userid, name]));
}

const ID_KINDS: Readonly<Record<string, string>> = {
	...{
		revid: 'revision',
		parentid: 'revision',
		old_revid: 'revision',
		lastrevid: 'revision',
		ids: 'revision',
	},
	...{ pageid: 'page', logpage: 'page', logid: 'log' },
};
/** Omitted: what the fake does not have; see the contract test. */
const IGNORED = [
	'touched',
	'rcid',
	'invalidreason',
	'mergerevid',
	'pagelanguage',
	'pagelanguagehtmlcode',
	'pagelanguagedir',
	'edits',
	'restrictiontypes',
];

function normalize(answers: Observed, users: ReadonlyMap<number, string>): Observed {
	const seen = new Map<string, Set<number>>();
	walk(answers, (kind, id) => {
		seen.set(kind, (seen.get(kind) ?? new Set()).add(id));
		return id;
	});
	const orders = new Map([...seen].map(([kind, ids]) => [kind, [...ids].sort((a, b) => a - b)]));
	const named = (kind: string, id: number) => `${kind} ${(orders.get(kind) ?? []).indexOf(id)}`;
	return walk(answers, named, users) as Observed;
}

/** Walks through all responses, and normalizes ids, timestamps and users. */
function walk(
	value: unknown,
	nameOf: (kind: string, id: number) => unknown,
	users: ReadonlyMap<number, string> = new Map(),
	key = '',
): unknown {
	const kind = ID_KINDS[key];
	if (typeof value === 'number') {
		if (key === 'userid') return users.get(value) ?? (value === 0 ? 0 : 'somebody');
		return kind === undefined || value === 0 || value === 9_999_999 ? value : nameOf(kind, value);
	}
	if (typeof value === 'string') {
		if (['timestamp', 'mergepoint'].includes(key) && !/^20(21|99)/.test(value))
			return nameOf('moment', Date.parse(value));
		return value.replace(
			/^(Undo revision )(?:\[\[Special:Diff\/\d+\|)?(\d+)/,
			(_, words: string, id: string) => words + String(nameOf('revision', Number(id))),
		);
	}
	// Their order is undefined.
	if (key === 'tags' && Array.isArray(value)) return value.map(String).sort();
	if (Array.isArray(value))
		return value.filter((item) => !isMainPage(item)).map((item) => walk(item, nameOf, users, key));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => !IGNORED.includes(name))
			.map(([name, inner]) => [name, walk(inner, nameOf, users, name)]),
	);
}

/** A new real wiki has one already. */
function isMainPage(item: unknown): boolean {
	return typeof item === 'object' && item !== null && 'title' in item && item.title === 'Main Page';
}
