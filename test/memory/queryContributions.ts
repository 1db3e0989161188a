import type { Params } from '../../shared/wiki/wiki.ts';
import { parseInstant } from './queryPages.ts';
import type { MemoryAccount, MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { parseLimit, parseList, paginate, parseShortList, type ResultPage } from './parameters.ts';
import { createApiError } from './createApiError.ts';
import { compareRevisions, newestOf, sizeOf } from './revisions.ts';
import { userIdOf } from './serializeRevision.ts';
import { namespaceOf, normalizeTitle } from './titles.ts';

const DEFAULT_PROPS = 'ids|title|timestamp|comment|size|flags';

/** `list=usercontribs`, newest first, user by user. Edits with a hidden author are omitted. */
export function queryContributions(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
): ResultPage<unknown> {
	if (params.ucuser === '')
		throw createApiError('paramempty_ucuser', 'The parameter "ucuser" may not be empty.');
	const ids = new Set(parseShortList(account, params.ucuserids).map(Number));
	const names = new Set(parseShortList(account, params.ucuser).map((name) => normalizeTitle(name)));
	const spaces = parseList(params.ucnamespace).map(Number);
	const shows = parseList(params.ucshow);
	const [start, end] = [parseInstant(params.ucstart), parseInstant(params.ucend)];
	const edits = state.pages.flatMap((page) =>
		page.revisions.map((revision) => ({ page, revision, userid: userIdOf(state, revision.user) })),
	);
	const chosen = edits.filter(
		({ page, revision, userid }) =>
			(ids.has(userid) || names.has(revision.user)) &&
			!revision.userHidden &&
			(spaces.length === 0 || spaces.includes(namespaceOf(page.title))) &&
			(start === undefined || revision.timestamp <= start) &&
			(end === undefined || revision.timestamp >= end) &&
			!(shows.includes('!minor') && revision.minor) &&
			!(shows.includes('minor') && !revision.minor),
	);
	chosen.sort((a, b) => b.userid - a.userid || compareRevisions(b.revision, a.revision));
	const limit = parseLimit(account, params.uclimit, 500);
	const part = paginate(chosen, limit, params.uccontinue, ({ revision }) => String(revision.revid));
	const props = parseList(params.ucprop ?? DEFAULT_PROPS);
	return {
		...part,
		items: part.items.map(({ page, revision, userid }) =>
			serializeContribution(page, revision, userid, props),
		),
	};
}

function serializeContribution(
	page: MemoryPage,
	revision: MemoryRevision,
	userid: number,
	props: readonly string[],
): Readonly<Record<string, unknown>> {
	const { revid, parentid, timestamp, user, comment = '' } = revision;
	const wants = (name: string) => props.includes(name);
	return {
		userid,
		user,
		...(wants('ids') && { pageid: page.pageid, revid, parentid }),
		...(wants('title') && { ns: namespaceOf(page.title), title: page.title }),
		...(wants('timestamp') && { timestamp }),
		...(wants('flags') && {
			new: parentid === 0,
			minor: revision.minor ?? false,
			top: newestOf(page) === revision,
		}),
		...(revision.textHidden && { texthidden: true }),
		...(wants('comment') && (revision.commentHidden ? { commenthidden: true } : { comment })),
		...(wants('size') && { size: sizeOf(revision.text) }),
		...(wants('tags') && { tags: revision.tags ?? [] }),
		...(revision.isSuppressed && { suppressed: true }),
	};
}
