import type { ApiResponse, Params } from '../../shared/wiki/wiki.ts';
import type { MemoryAccount, MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { hasHighLimits, parseLimit, parseList, paginate, parseShortList } from './parameters.ts';
import { createApiError } from './createApiError.ts';
import { modelOf, newestOf, redirectTarget, sizeOf } from './revisions.ts';
import { serializeRevision } from './serializeRevision.ts';
import { NAMESPACES, defaultModel, namespaceOf, normalizeTitle } from './titles.ts';

const DEFAULT_PROPS = ['ids', 'timestamp', 'flags', 'comment', 'user'];

/** `prop=revisions|info`. Adds pages to the query, and returns the continuation. */
export function queryPages(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): ApiResponse {
	if (params.generator === 'allpages') return generatePages(state, account, params, query);
	if (params.revids !== undefined) return findPagesByRevision(state, account, params, query);
	const { found, others } = findRequestedPages(state, account, params, query);
	const isHistory = ['rvlimit', 'rvdir', 'rvstart', 'rvend', 'rvuser'].some(
		(name) => params[name] !== undefined,
	);
	if (!isHistory) {
		query.pages = [...others, ...found.map((page) => serializePage(state, page, params, selectNewest(page)))];
		return {};
	}
	if (found.length + others.length > 1)
		throw createApiError('invalidparammix', 'rvlimit, rvdir and others may only be used with a single page.');
	const [page] = found;
	const history = page && selectHistory(account, page, params);
	query.pages = [...others, ...(page ? [serializePage(state, page, params, history?.items ?? [])] : [])];
	return history?.next ? { continue: { rvcontinue: history.next, continue: '||' } } : {};
}

/** The pages of `titles` or `pageids`, each once, including entries for missing ones. */
function findRequestedPages(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): { readonly found: readonly MemoryPage[]; readonly others: readonly unknown[] } {
	const ids = new Set(parseShortList(account, params.pageids).map(Number));
	const spelled = parseShortList(account, params.titles).map((from) => ({ from, to: normalizeTitle(from) }));
	const changed = spelled.filter(({ from, to }) => to !== null && to !== from);
	if (changed.length > 0)
		query.normalized = changed.map(({ from, to }) => ({ fromencoded: false, from, to }));
	const titles = new Set(spelled.flatMap(({ to }) => to ?? []));
	const found = state.pages.filter(({ title, pageid }) => titles.has(title) || ids.has(pageid));
	const isInfo = parseList(params.prop).includes('info');
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
					...(isInfo && parseList(params.inprop).includes('protection') && { protection: [] }),
				})),
			...[...ids]
				.filter((pageid) => !found.some((page) => page.pageid === pageid))
				.map((pageid) => ({ pageid, missing: true })),
		],
	};
}

function findPagesByRevision(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): ApiResponse {
	const revids = new Set(parseShortList(account, params.revids).map(Number));
	const pages = state.pages.flatMap((page) => {
		const matching = page.revisions.filter(({ revid }) => revids.has(revid));
		for (const { revid } of matching) revids.delete(revid);
		return matching.length > 0
			? [
					serializePage(
						state,
						page,
						params,
						matching.sort((a, b) => a.revid - b.revid),
					),
				]
			: [];
	});
	if (pages.length > 0) query.pages = pages;
	if (revids.size > 0)
		query.badrevids = Object.fromEntries([...revids].map((revid) => [revid, { revid, missing: true }]));
	return {};
}

function selectHistory(account: MemoryAccount, page: MemoryPage, params: Params) {
	const { rvuser, rvstart, rvend } = params;
	const isOlder = params.rvdir !== 'newer';
	const [from, to] = (isOlder ? [rvend, rvstart] : [rvstart, rvend]).map(parseInstant);
	const chosen = page.revisions.filter(
		({ timestamp, user, userHidden }) =>
			(from === undefined || timestamp >= from) &&
			(to === undefined || timestamp <= to) &&
			(rvuser === undefined || (user === normalizeTitle(String(rvuser)) && !userHidden)),
	);
	const most = parseList(params.rvprop).includes('content') ? 50 : 500;
	return paginate(
		isOlder ? chosen.reverse() : chosen,
		parseLimit(account, params.rvlimit, most),
		params.rvcontinue,
		({ timestamp, revid }) => `${timestamp.replace(/\D/g, '')}|${revid}`,
	);
}

/** A timestamp parameter, normalized. */
export function parseInstant(value: Params[string]): string | undefined {
	return value === undefined ? undefined : `${new Date(String(value)).toISOString().slice(0, 19)}Z`;
}

function generatePages(
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
	const batch = from < 0 ? [] : all.slice(from, from + limit);
	if (batch.length > 0)
		query.pages = batch.map((page) => serializePage(state, page, params, selectNewest(page)));
	const next = all[from + limit];
	return next && from >= 0 ? { continue: { gapcontinue: next.title, continue: 'gapcontinue||' } } : {};
}

function selectNewest(page: MemoryPage): readonly MemoryRevision[] {
	const newest = newestOf(page);
	return newest ? [newest] : [];
}

function serializePage(
	state: MemoryState,
	page: MemoryPage,
	params: Params,
	revisions: readonly MemoryRevision[],
): Readonly<Record<string, unknown>> {
	const { pageid, title } = page;
	const props = parseList(params.prop);
	const propNames = params.rvprop === undefined ? DEFAULT_PROPS : parseList(params.rvprop);
	return {
		pageid,
		ns: namespaceOf(title),
		title,
		...(props.includes('info') && serializeInfo(page, params)),
		...(props.includes('revisions') &&
			revisions.length > 0 && {
				revisions: revisions.map((revision) => serializeRevision(state, page, revision, propNames)),
			}),
	};
}

function serializeInfo(page: MemoryPage, params: Params): Readonly<Record<string, unknown>> {
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
		...(parseList(params.inprop).includes('protection') && {
			protection,
			restrictiontypes: ['edit', 'move'],
		}),
	};
}
