import type { Params } from '../../shared/wiki/wiki.ts';
import { parseInstant } from './queryPages.ts';
import type { MemoryAccount, MemoryLog, MemoryState } from './memoryWiki.ts';
import { parseLimit, parseList, paginate, type ResultPage } from './parameters.ts';
import { userIdOf } from './serializeRevision.ts';
import { namespaceOf, normalizeTitle } from './titles.ts';

const DEFAULT_PROPS = 'ids|title|type|user|timestamp|comment|details';

/** `list=logevents`, newest first. */
export function queryLogEvents(
	state: MemoryState,
	account: MemoryAccount,
	params: Params,
): ResultPage<unknown> {
	const { letype, leaction, letitle, lenamespace, leuser } = params;
	const [start, end] = [parseInstant(params.lestart), parseInstant(params.leend)];
	const chosen = state.logs.filter(
		(log) =>
			(leaction === undefined || `${log.logtype}/${log.logaction ?? ''}` === leaction) &&
			(letype === undefined || leaction !== undefined || log.logtype === letype) &&
			(letitle === undefined || log.title === normalizeTitle(String(letitle))) &&
			(lenamespace === undefined || namespaceOf(log.title) === Number(lenamespace)) &&
			(leuser === undefined || log.user === normalizeTitle(String(leuser))) &&
			(start === undefined || log.timestamp <= start) &&
			(end === undefined || log.timestamp >= end),
	);
	chosen.sort((a, b) => b.rcid - a.rcid);
	const limit = parseLimit(account, params.lelimit, 500);
	const part = paginate(chosen, limit, params.lecontinue, ({ rcid }) => String(rcid));
	const props = parseList(params.leprop ?? DEFAULT_PROPS);
	return { ...part, items: part.items.map((log) => serializeLogEvent(state, log, props)) };
}

function serializeLogEvent(
	state: MemoryState,
	log: MemoryLog,
	props: readonly string[],
): Readonly<Record<string, unknown>> {
	const { title, user, timestamp, comment = '' } = log;
	const wants = (name: string) => props.includes(name);
	return {
		...(wants('ids') && { logid: log.rcid }),
		...(wants('title') && { ns: namespaceOf(title), title }),
		...(wants('ids') && {
			pageid: state.pages.find((page) => page.title === title)?.pageid ?? 0,
			logpage: log.pageid ?? 0,
			...(state.version !== '1.39' && log.revid !== undefined && { revid: log.revid }),
		}),
		...(wants('details') && { params: log.params ?? {} }),
		...(wants('type') && { type: log.logtype, action: log.logaction ?? '' }),
		...(wants('user') && { user }),
		...(wants('userid') && { userid: userIdOf(state, user) }),
		...(wants('timestamp') && { timestamp }),
		...(wants('comment') && { comment }),
		...(wants('tags') && { tags: log.tags ?? [] }),
	};
}
