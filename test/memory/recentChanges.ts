import type { Params } from '../../shared/wiki.ts';
import type { MemoryState } from './memoryWiki.ts';

/** `list=recentchanges`, newest first, from `rcend` on. Every revision is a change; log entries are the test's. */
export function recentChanges(state: MemoryState, { rcend }: Params): readonly unknown[] {
	const edits = state.pages.flatMap(({ title, revisions }) =>
		revisions.map(({ revid, parentid, user, timestamp, comment = '' }) => ({
			type: parentid === 0 ? 'new' : 'edit',
			rcid: revid,
			revid,
			title,
			user,
			timestamp,
			comment,
		})),
	);
	const logs = state.logs.map((log) => ({ type: 'log', revid: 0, logparams: [], ...log }));
	const since = Date.parse(String(rcend));
	return [...edits, ...logs]
		.filter(({ timestamp }) => Date.parse(timestamp) >= since)
		.sort((a, b) => b.rcid - a.rcid);
}
