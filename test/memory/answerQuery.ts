import type { Answer, Params } from '../../shared/wiki.ts';
import { WikiError } from '../../shared/wiki.ts';
import { iso } from './iso.ts';

import type { MemoryAccount, MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { recentChanges } from './recentChanges.ts';

/** `action=query` with the modules and parameters that the product uses. */
export function answerQuery(state: MemoryState, account: MemoryAccount, params: Params): Answer {
	const query: Record<string, unknown> = {};
	const metas = list(params.meta);
	if (metas.includes('siteinfo')) Object.assign(query, siteInfo());
	if (metas.includes('userinfo'))
		query.userinfo = { id: account.id, name: account.name, rights: account.rights };
	if (metas.includes('globaluserinfo') && state.globals)
		query.globaluserinfo = globalInfo(state, String(params.guiuser));
	if (params.list === 'users') query.users = users(state, params);
	if (params.list === 'recentchanges') query.recentchanges = recentChanges(state, params);
	if (list(params.list).includes('usercontribs')) query.usercontribs = contributions(state, params);
	let next: Answer = {};
	if (params.prop !== undefined) next = pages(state, account, params, query);
	return {
		batchcomplete: true,
		...(params.curtimestamp ? { curtimestamp: iso(state.now) } : {}),
		...next,
		...(Object.keys(query).length > 0 ? { query } : {}),
	};
}

function pages(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): Answer {
	if (params.generator === 'allpages') return generated(state, account, params, query);
	const revids = list(params.revids).map(Number);
	if (revids.length > 0) {
		query.pages = state.pages.flatMap((page) => {
			const wanted = page.revisions.filter(({ revid }) => revids.includes(revid));
			return wanted.length > 0 ? [shown(state, page, wanted)] : [];
		});
		return {};
	}
	const titles = list(params.titles);
	query.normalized = titles
		.filter((title) => title.includes('_'))
		.map((from) => ({ from, to: from.replace(/_/g, ' ') }));
	query.pages = titles.map((asked) => {
		const title = asked.replace(/_/g, ' ');
		const page = state.pages.find((one) => one.title === title);
		if (!page) return { title, missing: true };
		const all = params.rvlimit === undefined ? page.revisions.slice(-1) : page.revisions;
		return shown(state, page, params.rvdir === 'newer' ? all : [...all].reverse());
	});
	return {};
}

function generated(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
	query: Record<string, unknown>,
): Answer {
	const limit = account.rights.includes('apihighlimits') ? 500 : 50;
	const all = state.pages
		.filter(({ title }) =>
			title.startsWith(`${namespacePrefix(params.gapnamespace)}${String(params.gapprefix)}`),
		)
		.sort((a, b) => (a.title < b.title ? -1 : 1));
	const from = all.findIndex(({ title }) => title >= String(params.gapcontinue ?? ''));
	const some = from < 0 ? [] : all.slice(from, from + limit);
	if (some.length > 0) query.pages = some.map((page) => shown(state, page, page.revisions.slice(-1)));
	const next = all[from + limit];
	return next && from >= 0 ? { continue: { gapcontinue: next.title, continue: 'gapcontinue||' } } : {};
}

function shown(state: MemoryState, page: MemoryPage, revisions: readonly MemoryRevision[]): unknown {
	const newest = page.revisions[page.revisions.length - 1];
	return {
		pageid: page.pageid,
		title: page.title,
		...(newest && /^#redirect/i.test(newest.text) ? { redirect: true } : {}),
		revisions: revisions.map((revision) => ({
			revid: revision.revid,
			parentid: revision.parentid,
			...(revision.userHidden
				? { userhidden: true }
				: {
						user: revision.user,
						userid: state.accounts.find(({ name }) => name === revision.user)?.id ?? 0,
					}),
			timestamp: revision.timestamp,
			comment: revision.comment ?? '',
			tags: [],
			slots: { main: revision.textHidden ? { texthidden: true } : { content: revision.text } },
		})),
	};
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

/** Of user talk pages, newest first. */
function contributions({ pages }: MemoryState, { ucuser, ucend = '' }: Params): unknown {
	const edits = pages
		.filter(({ title }) => title.startsWith('User talk:'))
		.flatMap(({ title, revisions }) => revisions.map((revision) => ({ title, ...revision })))
		.filter(({ user, timestamp }) => user === ucuser && timestamp >= String(ucend));
	return edits
		.sort((a, b) => b.revid - a.revid)
		.map(({ title, revid, timestamp, comment = '' }) => ({ title, revid, timestamp, comment }));
}

function siteInfo(): Answer {
	const namespaces = {
		0: { id: 0, name: '' },
		1: { id: 1, name: 'Talk', canonical: 'Talk' },
		2: { id: 2, name: 'User', canonical: 'User' },
		3: { id: 3, name: 'User talk', canonical: 'User talk' },
	};
	const general = {
		wikiid: 'metawiki',
		server: 'http://127.0.0.1',
		articlepath: '/wiki/$1',
		generator: 'MediaWiki 1.39.17',
	};
	return { general, namespaces };
}

function list(value: Params[string]): readonly string[] {
	if (value === undefined || value === '') return [];
	return Array.isArray(value) ? value.map(String) : String(value).split('|');
}

/** What stands before a title of a namespace. */
function namespacePrefix(namespace: Params[string]): string {
	return { 1: 'Talk:', 2: 'User:', 3: 'User talk:' }[Number(namespace)] ?? '';
}
