import type { Params } from '../../shared/wiki/wiki.ts';
import { parseInstant } from './queryPages.ts';
import type { MemoryAccount, MemoryLog, MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { parseLimit, parseList, paginate, type ResultPage } from './parameters.ts';
import { sizeOf } from './revisions.ts';
import { userIdOf } from './serializeRevision.ts';
import { namespaceOf } from './titles.ts';

type Row = Readonly<Record<string, unknown>>;

/** `list=recentchanges`, newest first: edits of existing pages, with the title at that time, and log entries. */
export function queryRecentChanges(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
): ResultPage<unknown> {
	const props = parseList(params.rcprop ?? 'title|timestamp|ids');
	const types = parseList(params.rctype ?? 'edit|new|log|categorize');
	const [start, end] = [parseInstant(params.rcstart), parseInstant(params.rcend)];
	const edits = state.pages.flatMap((page) =>
		page.revisions
			.filter(({ recent }) => recent !== null)
			.map((revision) => ({
				type: revision.parentid === 0 ? 'new' : 'edit',
				rcid: revision.revid,
				timestamp: revision.timestamp,
				show: () => serializeEdit(state, page, revision, props),
			})),
	);
	const logs = state.logs
		.filter(({ isQuiet }) => !isQuiet)
		.map((log) => ({
			type: 'log',
			rcid: log.rcid,
			timestamp: log.timestamp,
			show: () => serializeLogEntry(state, log, props),
		}));
	const chosen = [...edits, ...logs].filter(
		({ type, timestamp }) =>
			types.includes(type) &&
			(start === undefined || timestamp <= start) &&
			(end === undefined || timestamp >= end),
	);
	chosen.sort((a, b) => (a.timestamp === b.timestamp ? b.rcid - a.rcid : a.timestamp < b.timestamp ? 1 : -1));
	const limit = parseLimit(account, params.rclimit, 500);
	const part = paginate(chosen, limit, params.rccontinue, ({ rcid }) => String(rcid));
	return { ...part, items: part.items.map(({ show }) => show()) };
}

function serializeEdit(
	state: MemoryState,
	page: MemoryPage,
	revision: MemoryRevision,
	props: readonly string[],
): Row {
	const { revid, parentid, timestamp, user, comment = '', text } = revision;
	const wants = (name: string) => props.includes(name);
	const { title, pageid } = revision.recent ?? page;
	const isAnyHidden = [revision.userHidden && wants('user'), revision.commentHidden && wants('comment')].some(
		Boolean,
	);
	return {
		type: parentid === 0 ? 'new' : 'edit',
		rcid: revid,
		...(wants('timestamp') && { timestamp }),
		...(wants('title') && { ns: namespaceOf(title), title }),
		...(wants('ids') && { pageid, revid, old_revid: parentid }),
		...((wants('user') || wants('userid')) &&
			serializeUser(state, user, revision.userHidden, wants('userid'))),
		...(wants('flags') && {
			bot: revision.bot ?? false,
			new: parentid === 0,
			minor: revision.minor ?? false,
		}),
		...(wants('sizes') && { oldlen: sizeOfParent(state, revision), newlen: sizeOf(text) }),
		...(wants('comment') && (revision.commentHidden ? { commenthidden: true } : { comment })),
		...(wants('tags') && { tags: revision.tags ?? [] }),
		...(revision.isSuppressed && isAnyHidden && { suppressed: true }),
	};
}

/** Parts hidden in the revision of a log entry are hidden in the entry here, but not in the log. */
function serializeLogEntry(state: MemoryState, log: MemoryLog, props: readonly string[]): Row {
	const { rcid, title, timestamp, user, comment = '', pageid = 0, revid = 0 } = log;
	const revision = revid === 0 ? undefined : findRevision(state, revid);
	const { userHidden, commentHidden, textHidden } = revision ?? {};
	const wants = (name: string) => props.includes(name);
	return {
		type: 'log',
		rcid,
		...(wants('timestamp') && { timestamp }),
		...(textHidden && (wants('title') || wants('ids')) && { actionhidden: true }),
		...(wants('title') && !textHidden && { ns: namespaceOf(title), title }),
		...(wants('ids') && !textHidden && { pageid, revid, old_revid: 0 }),
		...((wants('user') || wants('userid')) && serializeUser(state, user, userHidden, wants('userid'))),
		...(wants('flags') && { bot: false, new: false, minor: false }),
		...(wants('sizes') && { oldlen: 0, newlen: 0 }),
		...(wants('comment') && (commentHidden ? { commenthidden: true } : { comment })),
		...(wants('loginfo') &&
			!textHidden && {
				logid: rcid,
				logtype: log.logtype,
				logaction: log.logaction ?? '',
				logparams: log.params ?? {},
			}),
		...(wants('tags') && { tags: log.tags ?? [] }),
	};
}

function serializeUser(state: MemoryState, user: string, isHidden: boolean | undefined, withId: boolean) {
	if (isHidden) return { userhidden: true };
	return { user, ...(withId && { userid: userIdOf(state, user) }) };
}

/** The parent may belong to another page now. */
function sizeOfParent(state: MemoryState, { parentid }: MemoryRevision): number {
	return sizeOf(findRevision(state, parentid)?.text ?? '');
}

function findRevision({ pages, archive }: MemoryState, id: number): MemoryRevision | undefined {
	const all = [...pages.flatMap(({ revisions }) => revisions), ...archive.map(({ revision }) => revision)];
	return all.find(({ revid }) => revid === id);
}
