import type { ApiResponse, Params } from '../../shared/wiki/wiki.ts';
import type { MemoryAccount, MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { hasHighLimits, limitOf, list, partOf, shortList } from './parameters.ts';
import { refused } from './refused.ts';
import { modelOf, newestOf, redirectTarget, sizeOf } from './revisions.ts';
import { shownRevision } from './shownRevision.ts';
import { NAMESPACES, defaultModel, namespaceOf, normalizeTitle } from './titles.ts';

const USUAL_PROPS = ['ids', 'timestamp', 'flags', 'comment', 'user'];

/** `prop=revisions|info`. Puts pages into the query, and gives what continues. */
export function answerPages(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): ApiResponse {
	if (params.generator === 'allpages') return generated(state, account, params, query);
	if (params.revids !== undefined) return byRevision(state, account, params, query);
	const { found, others } = asked(state, account, params, query);
	const isHistory = ['rvlimit', 'rvdir', 'rvstart', 'rvend', 'rvuser'].some(
		(name) => params[name] !== undefined,
	);
	if (!isHistory) {
		query.pages = [...others, ...found.map((page) => shown(state, page, params, newestOnly(page)))];
		return {};
	}
	if (found.length + others.length > 1)
		throw refused('invalidparammix', 'rvlimit, rvdir and others may only be used with a single page.');
	const [page] = found;
	const history = page && historyOf(account, page, params);
	query.pages = [...others, ...(page ? [shown(state, page, params, history?.items ?? [])] : [])];
	return history?.next ? { continue: { rvcontinue: history.next, continue: '||' } } : {};
}

/** The pages of `titles` or `pageids`, each once, and answers about those that do not exist. */
function asked(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): { readonly found: readonly MemoryPage[]; readonly others: readonly unknown[] } {
	const ids = new Set(shortList(account, params.pageids).map(Number));
	const spelled = shortList(account, params.titles).map((from) => ({ from, to: normalizeTitle(from) }));
	const changed = spelled.filter(({ from, to }) => to !== null && to !== from);
	if (changed.length > 0)
		query.normalized = changed.map(({ from, to }) => ({ fromencoded: false, from, to }));
	const titles = new Set(spelled.flatMap(({ to }) => to ?? []));
	const found = state.pages.filter(({ title, pageid }) => titles.has(title) || ids.has(pageid));
	const isInfo = list(params.prop).includes('info');
	return {
		found,
		others: [
			...spelled
				.filter(({ to }) => to === null)
				.map(({ from }) => ({ title: from, invalidreason: 'The title is not valid.', invalid: true })),
			...[...titles]
				.filter((title) => !found.some((page) => page.title === title))
				.map((title) => ({
					ns: namespaceOf(title),
					title,
					missing: true,
					...(isInfo && { contentmodel: defaultModel(title) }),
					...(isInfo && list(params.inprop).includes('protection') && { protection: [] }),
				})),
			...[...ids]
				.filter((pageid) => !found.some((page) => page.pageid === pageid))
				.map((pageid) => ({ pageid, missing: true })),
		],
	};
}

function byRevision(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): ApiResponse {
	const revids = new Set(shortList(account, params.revids).map(Number));
	const pages = state.pages.flatMap((page) => {
		const wanted = page.revisions.filter(({ revid }) => revids.has(revid));
		for (const { revid } of wanted) revids.delete(revid);
		return wanted.length > 0
			? [
					shown(
						state,
						page,
						params,
						wanted.sort((a, b) => a.revid - b.revid),
					),
				]
			: [];
	});
	if (pages.length > 0) query.pages = pages;
	if (revids.size > 0)
		query.badrevids = Object.fromEntries([...revids].map((revid) => [revid, { revid, missing: true }]));
	return {};
}

function historyOf(account: MemoryAccount, page: MemoryPage, params: Params) {
	const { rvuser, rvstart, rvend } = params;
	const isOlder = params.rvdir !== 'newer';
	const [from, to] = (isOlder ? [rvend, rvstart] : [rvstart, rvend]).map(instant);
	const chosen = page.revisions.filter(
		({ timestamp, user, userHidden }) =>
			(from === undefined || timestamp >= from) &&
			(to === undefined || timestamp <= to) &&
			(rvuser === undefined || (user === normalizeTitle(String(rvuser)) && !userHidden)),
	);
	const most = list(params.rvprop).includes('content') ? 50 : 500;
	return partOf(
		isOlder ? chosen.reverse() : chosen,
		limitOf(account, params.rvlimit, most),
		params.rvcontinue,
		({ timestamp, revid }) => `${timestamp.replace(/\D/g, '')}|${revid}`,
	);
}

/** A timestamp as the wiki keeps it. */
export function instant(value: Params[string]): string | undefined {
	return value === undefined ? undefined : `${new Date(String(value)).toISOString().slice(0, 19)}Z`;
}

function generated(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): ApiResponse {
	const limit = hasHighLimits(account) ? 500 : 50;
	const name = NAMESPACES.get(Number(params.gapnamespace ?? 0)) ?? '';
	const prefix = `${name === '' ? '' : `${name}:`}${String(params.gapprefix ?? '').replace(/_/g, ' ')}`;
	const all = state.pages
		.filter(
			({ title }) => title.startsWith(prefix) && namespaceOf(title) === Number(params.gapnamespace ?? 0),
		)
		.sort((a, b) => (a.title < b.title ? -1 : 1));
	const from = all.findIndex(({ title }) => title >= String(params.gapcontinue ?? ''));
	const some = from < 0 ? [] : all.slice(from, from + limit);
	if (some.length > 0) query.pages = some.map((page) => shown(state, page, params, newestOnly(page)));
	const next = all[from + limit];
	return next && from >= 0 ? { continue: { gapcontinue: next.title, continue: 'gapcontinue||' } } : {};
}

function newestOnly(page: MemoryPage): readonly MemoryRevision[] {
	const newest = newestOf(page);
	return newest ? [newest] : [];
}

function shown(
	state: MemoryState,
	page: MemoryPage,
	params: Params,
	revisions: readonly MemoryRevision[],
): Readonly<Record<string, unknown>> {
	const { pageid, title } = page;
	const props = list(params.prop);
	const wanted = params.rvprop === undefined ? USUAL_PROPS : list(params.rvprop);
	return {
		pageid,
		ns: namespaceOf(title),
		title,
		...(props.includes('info') && shownInfo(page, params)),
		...(props.includes('revisions') &&
			revisions.length > 0 && {
				revisions: revisions.map((one) => shownRevision(state, page, one, wanted)),
			}),
	};
}

function shownInfo(page: MemoryPage, params: Params): Readonly<Record<string, unknown>> {
	const newest = newestOf(page);
	const text = newest?.text ?? '';
	const model = modelOf(page, newest);
	const protection = Object.entries(page.protection ?? {}).map(([type, level]) => ({
		type,
		level,
		expiry: 'infinity',
	}));
	return {
		contentmodel: model,
		pagelanguage: 'en',
		pagelanguagehtmlcode: 'en',
		pagelanguagedir: 'ltr',
		touched: newest?.timestamp ?? '',
		lastrevid: newest?.revid ?? 0,
		length: sizeOf(text),
		...(model === 'wikitext' && redirectTarget(text) !== null && { redirect: true }),
		...(page.isNew && { new: true }),
		...(list(params.inprop).includes('protection') && { protection, restrictiontypes: ['edit', 'move'] }),
	};
}
