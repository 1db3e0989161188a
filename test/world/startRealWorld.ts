import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ApiResponse, type Params, type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import { ApiError, login, type ApiSession } from '../wiki/apiSession.ts';
import { writeImportXml } from '../wiki/importXml.ts';
import { wikiAdmin } from '../wiki/prepareTemplate.ts';
import { startWiki } from '../wiki/startWiki.ts';
import type { Wiki as RunningWiki } from '../wiki/wiki.ts';
import { createPortActions } from './portActions.ts';
import { ADMIN, ADMIN_GROUP, READER, type World } from './world.ts';

const RENAME = fileURLToPath(new URL('renameUser.php', import.meta.url));
const RIGHTS = [
	...['edit', 'editprotected', 'editsemiprotected', 'editinterface', 'editsitejson', 'edituserjson'],
	...['editcontentmodel', 'createpage', 'createtalk', 'noratelimit', 'apihighlimits', 'minoredit'],
	...['move', 'move-subpages', 'move-rootuserpages', 'suppressredirect', 'movefile', 'protect', 'rollback'],
	...[
		'delete',
		'bigdelete',
		'undelete',
		'deletedhistory',
		'deletedtext',
		'deleterevision',
		'suppressrevision',
	],
	...['viewsuppressed', 'mergehistory', 'import', 'importupload', 'block', 'markbotedits', 'renameuser'],
];

/** PHP: the group with all rights. */
const ADMIN_GROUP_SETTINGS = RIGHTS.map(
	(right) => `$wgGroupPermissions['${ADMIN_GROUP}']['${right}'] = true;`,
).join('\n');

/** PHP: the wiki's clock is read from a file. */
const CLOCK_SETTINGS = `\\Wikimedia\\Timestamp\\ConvertibleTimestamp::setFakeTime( static function () use ( $testWiki ) {
	$seconds = @file_get_contents( $testWiki['dir'] . '/clock' );
	return $seconds === false || $seconds === '' ? time() : (int)$seconds;
} );`;

function createClock(file: string): { readonly pass: (seconds: number) => void } {
	let now = Math.floor(Date.now() / 1000);
	const pass = (seconds: number): void => {
		now += Math.ceil(seconds);
		// Atomic, so that no reader sees a partial file.
		writeFileSync(`${file}.new`, String(now));
		renameSync(`${file}.new`, file);
	};
	pass(0);
	return { pass };
}

interface RealWorld extends World {
	/** The running wiki. */
	readonly wiki: RunningWiki;
	/** Saves the sessions, for when the wiki is restored to a snapshot. @returns a function that restores them */
	rememberSessions(): () => void;
}

/** A real MediaWiki; `settings` is PHP code for it. */
export async function startRealWorld(settings = ''): Promise<RealWorld> {
	const wiki = await startWiki({ settings: `${ADMIN_GROUP_SETTINGS}\n${CLOCK_SETTINGS}\n${settings}` });
	const clock = createClock(join(wiki.dir, 'clock'));
	const passwords = new Map<string, string>([[ADMIN, wikiAdmin.password]]);
	const sessions = new Map<string, Promise<ApiSession>>();

	async function createAccount(name: string, groups: readonly string[] = []): Promise<number> {
		const password = passwords.get(name) ?? `${name} has a long password`;
		passwords.set(name, password);
		return wiki.createAccount({ name, password, groups });
	}
	function sessionOf(name: string): Promise<ApiSession> {
		const session = sessions.get(name) ?? login(wiki.apiUrl, name, passwords.get(name) ?? '');
		sessions.set(name, session);
		return session;
	}
	async function post(
		by: string,
		params: Params,
		files?: Readonly<Record<string, string>>,
	): Promise<ApiResponse> {
		clock.pass(1);
		return withWikiErrors((await sessionOf(by)).post<ApiResponse>(plain(params), files));
	}
	async function as(name: string): Promise<Wiki> {
		const session = await sessionOf(name);
		return {
			query: (params) => withWikiErrors(session.get<ApiResponse>(plain(params))),
			edit: (params) => post(name, params),
		};
	}

	await createAccount(ADMIN, ['sysop', 'bureaucrat', ADMIN_GROUP]);
	await createAccount(READER);
	return {
		kind: 'real',
		wiki,
		as,
		createAccount,
		...createPortActions(as),
		rollback: async (by, rollback) => {
			const token = await (await sessionOf(by)).token('rollback');
			const response = await post(by, { action: 'rollback', ...rollback, token });
			return (response as { rollback: { revid: number } }).rollback.revid;
		},
		move: async (by, { noRedirect, ...move }) => {
			await post(by, { action: 'move', ...move, noredirect: noRedirect });
		},
		protect: async (by, { title, levels, reason }) => {
			const protections = [`edit=${levels.edit ?? 'all'}`, `move=${levels.move ?? 'all'}`];
			await post(by, { action: 'protect', title, protections, expiry: 'infinite', reason });
		},
		delete: async (by, title, reason) => {
			await post(by, { action: 'delete', title, reason });
		},
		restore: async (by, title, reason, timestamps) => {
			await post(by, { action: 'undelete', title, reason, timestamps });
		},
		hide: async (by, { title, revisions, suppress, ...rest }) => {
			const params = { type: 'revision', target: title, ids: revisions, ...rest };
			checkHidden(await post(by, { action: 'revisiondelete', ...params, suppress: suppress && 'yes' }));
		},
		merge: async (by, merge) => {
			await post(by, { action: 'mergehistory', ...merge });
		},
		import: async (by, { title, revisions, reason }) => {
			const params = { action: 'import', interwikiprefix: 'import', assignknownusers: true, summary: reason };
			await post(by, params, { xml: writeImportXml([{ title, revisions }]) });
		},
		block: async (by, user, reason) => {
			await post(by, { action: 'block', user, reason, expiry: 'infinite', nocreate: true });
		},
		rename: async (from, to) => {
			clock.pass(1);
			await wiki.maintenance(RENAME, [from, to, 'test']);
			passwords.set(to, passwords.get(from) ?? '');
			passwords.delete(from);
			sessions.delete(from);
			await moveUserPages(await as(ADMIN), from, to);
		},
		pass: (seconds) => {
			clock.pass(seconds);
			return Promise.resolve();
		},
		rememberSessions: () => {
			const remembered = { passwords: [...passwords], sessions: [...sessions] };
			return () => {
				passwords.clear();
				sessions.clear();
				for (const [name, password] of remembered.passwords) passwords.set(name, password);
				for (const [name, session] of remembered.sessions) sessions.set(name, session);
			};
		},
		stop: () => wiki.stop(),
	};
}

/** Moves the user's pages, as Special:RenameUser does after the renaming. */
async function moveUserPages(wiki: Wiki, from: string, to: string): Promise<void> {
	const reason = `Automatically moved page while renaming the user "[[User:${from}|${from}]]" to "[[User:${to}|${to}]]"`;
	for (const apnamespace of [2, 3]) {
		const response = await wiki.query({
			action: 'query',
			list: 'allpages',
			apprefix: from,
			apnamespace,
			aplimit: 'max',
		});
		const { allpages } = response.query as { readonly allpages: readonly { readonly title: string }[] };
		for (const { title } of allpages) {
			const name = title.slice(title.indexOf(':') + 1);
			if (name !== from && !name.startsWith(`${from}/`)) continue;
			const target = title.replace(`:${from}`, () => `:${to}`);
			await wiki.edit({ action: 'move', from: title, to: target, reason });
		}
	}
}

/** `action=revisiondelete` never fails as a whole; throws if it did nothing. */
function checkHidden(response: ApiResponse): void {
	type Items = readonly { readonly errors?: Problems; readonly warnings?: Problems }[];
	type Problems = readonly { readonly code: string }[];
	const { items } = (response as { readonly revisiondelete: { readonly items: Items } }).revisiondelete;
	const problems = items.map(({ errors = [], warnings = [] }) => [...errors, ...warnings][0]?.code);
	if (problems.every((code) => code !== undefined))
		throw new WikiError(problems.at(-1) ?? '', 'Nothing hidden.');
}

function plain(params: Params): Readonly<Record<string, string | boolean | readonly string[] | undefined>> {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => [
			name,
			typeof value === 'object' ? value.map(String) : typeof value === 'number' ? String(value) : value,
		]),
	);
}

async function withWikiErrors(pending: Promise<ApiResponse>): Promise<ApiResponse> {
	try {
		return await pending;
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		throw new WikiError(error.code, error.message, 'refused', error.response as ApiResponse);
	}
}
