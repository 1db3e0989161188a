import { type ApiResponse, type Params, WikiError } from '../../shared/wiki/wiki.ts';
import { queryPages } from './queryPages.ts';
import { queryContributions } from './queryContributions.ts';
import { formatTimestamp } from './formatTimestamp.ts';
import { queryLogEvents } from './queryLogEvents.ts';
import type { MemoryAccount, MemoryState } from './memoryWiki.ts';
import { parseList } from './parameters.ts';
import { queryRecentChanges } from './queryRecentChanges.ts';
import { NAMESPACES } from './titles.ts';

const LIST_MODULES = {
	usercontribs: queryContributions,
	logevents: queryLogEvents,
	recentchanges: queryRecentChanges,
} as const;
const prefixes = { usercontribs: 'uc', logevents: 'le', recentchanges: 'rc' } as const;
const listNames = ['usercontribs', 'logevents', 'recentchanges'] as const;

/** `action=query` with the modules and parameters that the product uses. */
export function handleQuery(state: MemoryState, account: MemoryAccount, params: Params): ApiResponse {
	const query: Record<string, unknown> = {};
	const metas = parseList(params.meta);
	if (metas.includes('siteinfo')) Object.assign(query, querySiteInfo(state));
	if (metas.includes('userinfo'))
		query.userinfo = { id: account.id, name: account.name, rights: account.rights };
	if (metas.includes('globaluserinfo') && state.globals)
		query.globaluserinfo = queryGlobalUserInfo(state, String(params.guiuser));
	if (params.list === 'users') query.users = queryUsers(state, params);
	// "||" is followed by the modules that were completed in an earlier response.
	const ended = parseList(String(params.continue ?? '').split('||')[1]);
	const next = { ...queryLists(state, account, params, query, ended) };
	const isAsked = ['prop', 'titles', 'pageids', 'revids', 'generator'].some(
		(name) => params[name] !== undefined,
	);
	const pages = !isAsked || ended.includes('pages') ? {} : queryPages(state, account, params, query);
	Object.assign(next, pages.continue);
	const goesOn = Object.keys(next).length > 0;
	return {
		...(pages.continue === undefined && { batchcomplete: true }),
		...(params.curtimestamp ? { curtimestamp: formatTimestamp(state.now) } : {}),
		...(goesOn && { continue: { continue: continuation(params, next), ...next } }),
		...(Object.keys(query).length > 0 ? { query } : {}),
	};
}

/** Adds the lists to the query, and returns the continuations of incomplete ones. */
function queryLists(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
	ended: readonly string[],
): Readonly<Record<string, unknown>> {
	const next: Record<string, string> = {};
	for (const name of listNames) {
		if (!parseList(params.list).includes(name) || ended.includes(name)) continue;
		const part = LIST_MODULES[name](state, account, params);
		query[name] = part.items;
		if (part.next !== null) next[`${prefixes[name]}continue`] = part.next;
	}
	return next;
}

/** Names the completed modules, so that the next response omits them. */
function continuation(params: Params, next: Readonly<Record<string, unknown>>): string {
	const goesOn = next.gapcontinue !== undefined || next.rvcontinue !== undefined;
	const ended = listNames.filter(
		(name) => parseList(params.list).includes(name) && next[`${prefixes[name]}continue`] === undefined,
	);
	const pages = params.prop !== undefined && !goesOn ? ['pages'] : [];
	return `${next.gapcontinue === undefined ? '-' : 'gapcontinue'}||${[...ended, ...pages].join('|')}`;
}

function queryUsers(state: MemoryState, params: Params): unknown {
	const byId = params.ususerids !== undefined;
	return parseList(params[byId ? 'ususerids' : 'ususers']).map((requested) => {
		const account = state.accounts.find(({ id, name }) =>
			byId ? id === Number(requested) : name === requested,
		);
		if (!account)
			return byId ? { userid: Number(requested), missing: true } : { name: requested, missing: true };
		const { id, name, block } = account;
		if (params.usprop === undefined) return { userid: id, name };
		return {
			userid: id,
			name,
			groupmemberships: account.groups,
			editcount: account.editcount,
			registration: account.registration,
			emailable: account.emailable,
			...(block
				? { blockid: 1, blockpartial: block.partial, blockexpiry: block.expiry, blockreason: block.reason }
				: {}),
		};
	});
}

function queryGlobalUserInfo(state: MemoryState, name: string): unknown {
	if (/[#<>[\]|{}]/.test(name))
		throw new WikiError('baduser', `Invalid value "${name}" for user parameter "guiuser".`);
	return state.globals?.get(name) ?? { missing: true };
}

function querySiteInfo({ version }: MemoryState): ApiResponse {
	const namespaces = Object.fromEntries(
		[...NAMESPACES].map(([id, name]) => [
			id,
			{ id, name, ...(id > 0 && { canonical: canonicalName(name) }) },
		]),
	);
	const general = {
		wikiid: 'metawiki',
		server: 'http://127.0.0.1',
		articlepath: '/wiki/$1',
		generator: `MediaWiki ${version}.17`,
	};
	return { general, namespaces };
}

function canonicalName(name: string): string {
	return name.replace(/^Meta/, 'Project');
}
