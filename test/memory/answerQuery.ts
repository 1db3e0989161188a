import type { ApiResponse, Params } from '../../shared/wiki/wiki.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { answerPages } from './answerPages.ts';
import { contributions } from './contributions.ts';
import { iso } from './iso.ts';
import { logEvents } from './logEvents.ts';
import type { MemoryAccount, MemoryState } from './memoryWiki.ts';
import { list } from './parameters.ts';
import { recentChanges } from './recentChanges.ts';
import { NAMESPACES } from './titles.ts';

const lists = { usercontribs: contributions, logevents: logEvents, recentchanges: recentChanges } as const;
const prefixes = { usercontribs: 'uc', logevents: 'le', recentchanges: 'rc' } as const;
const listNames = ['usercontribs', 'logevents', 'recentchanges'] as const;

/** `action=query` with the modules and parameters that the product uses. */
export function answerQuery(state: MemoryState, account: MemoryAccount, params: Params): ApiResponse {
	const query: Record<string, unknown> = {};
	const metas = list(params.meta);
	if (metas.includes('siteinfo')) Object.assign(query, siteInfo(state));
	if (metas.includes('userinfo'))
		query.userinfo = { id: account.id, name: account.name, rights: account.rights };
	if (metas.includes('globaluserinfo') && state.globals)
		query.globaluserinfo = globalInfo(state, String(params.guiuser));
	if (params.list === 'users') query.users = users(state, params);
	// "||" and what has come to its end in an earlier answer.
	const ended = list(String(params.continue ?? '').split('||')[1]);
	const next = { ...answerLists(state, account, params, query, ended) };
	const isAsked = ['prop', 'titles', 'pageids', 'revids', 'generator'].some(
		(name) => params[name] !== undefined,
	);
	const pages = !isAsked || ended.includes('pages') ? {} : answerPages(state, account, params, query);
	Object.assign(next, pages.continue);
	const goesOn = Object.keys(next).length > 0;
	return {
		...(pages.continue === undefined && { batchcomplete: true }),
		...(params.curtimestamp ? { curtimestamp: iso(state.now) } : {}),
		...(goesOn && { continue: { continue: continueOf(params, next), ...next } }),
		...(Object.keys(query).length > 0 ? { query } : {}),
	};
}

/** Puts the lists into the query, and gives where those go on that are longer. */
function answerLists(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
	ended: readonly string[],
): Readonly<Record<string, unknown>> {
	const next: Record<string, string> = {};
	for (const name of listNames) {
		if (!list(params.list).includes(name) || ended.includes(name)) continue;
		const part = lists[name](state, account, params);
		query[name] = part.items;
		if (part.next !== null) next[`${prefixes[name]}continue`] = part.next;
	}
	return next;
}

/** Names those that do not go on, so that the next answer leaves them out. */
function continueOf(params: Params, next: Readonly<Record<string, unknown>>): string {
	const goesOn = next.gapcontinue !== undefined || next.rvcontinue !== undefined;
	const ended = listNames.filter(
		(name) => list(params.list).includes(name) && next[`${prefixes[name]}continue`] === undefined,
	);
	const pages = params.prop !== undefined && !goesOn ? ['pages'] : [];
	return `${next.gapcontinue === undefined ? '-' : 'gapcontinue'}||${[...ended, ...pages].join('|')}`;
}

function users(state: MemoryState, params: Params): unknown {
	const byId = params.ususerids !== undefined;
	return list(params[byId ? 'ususerids' : 'ususers']).map((asked) => {
		const account = state.accounts.find(({ id, name }) => (byId ? id === Number(asked) : name === asked));
		if (!account) return byId ? { userid: Number(asked), missing: true } : { name: asked, missing: true };
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

function globalInfo(state: MemoryState, name: string): unknown {
	if (/[#<>[\]|{}]/.test(name))
		throw new WikiError('baduser', `Invalid value "${name}" for user parameter "guiuser".`);
	return state.globals?.get(name) ?? { missing: true };
}

function siteInfo({ version }: MemoryState): ApiResponse {
	const namespaces = Object.fromEntries(
		[...NAMESPACES].map(([id, name]) => [id, { id, name, ...(id > 0 && { canonical: canonicalOf(name) }) }]),
	);
	const general = {
		wikiid: 'metawiki',
		server: 'http://127.0.0.1',
		articlepath: '/wiki/$1',
		generator: `MediaWiki ${version}.17`,
	};
	return { general, namespaces };
}

function canonicalOf(name: string): string {
	return name.replace(/^Meta/, 'Project');
}
