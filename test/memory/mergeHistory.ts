import { addLogEntry } from './addLogEntry.ts';
import { findPage } from './findPage.ts';
import type { MemoryState } from './memoryWiki.ts';
import { keepOldTitle } from './movePage.ts';
import { createApiError } from './createApiError.ts';
import { addRevision, insertRevision, modelOf, newestOf, setNewest, advanceClock } from './revisions.ts';
import { namespaceOf } from './titles.ts';

export interface Merge {
	readonly from: string;
	readonly to: string;
	/** Up to this timestamp; the whole history by default. */
	readonly timestamp?: string;
	readonly reason?: string;
}

/** MediaWiki's MergeHistory: moves the revisions older than the target's history there; parents are unchanged. */
export function mergeHistory(
	state: MemoryState,
	by: string,
	{ from, to, timestamp, reason = '' }: Merge,
): void {
	const source = findPage(state, from, 'mergehistory-fail-invalid-source');
	const target = findPage(state, to, 'mergehistory-fail-invalid-dest');
	if (source === target) throw createApiError('mergehistory-fail-self-merge', 'The pages are the same.');
	const newest = newestOf(source);
	const first = target.revisions[0]?.timestamp ?? '';
	const limit =
		timestamp === undefined
			? newest?.timestamp
			: source.revisions.findLast((revision) => revision.timestamp <= timestamp)?.timestamp;
	if (limit === undefined || limit > first)
		throw createApiError('mergehistory-fail-timestamps-overlap', 'Source revisions overlap the destination.');
	const present = newestOf(target);
	const moved = source.revisions.filter(
		(revision) => revision.timestamp <= (timestamp === undefined ? first : limit),
	);
	if (moved.length === 0) throw createApiError('mergehistory-fail-no-change', 'No revisions were merged.');
	advanceClock(state);
	source.revisions = source.revisions.filter((revision) => !moved.includes(revision));
	for (const revision of moved) {
		keepOldTitle(revision, source);
		insertRevision(target, revision);
	}
	if (present) setNewest(target, present);
	let comment = reason;
	if (source.revisions.length === 0) {
		comment = `Merged [[:${from}]] into [[:${to}]]${reason === '' ? '' : `: ${reason}`}`;
		delete source.latest;
		addRevision(state, source, {
			user: by,
			text: `#REDIRECT [[${to}]]`,
			comment,
			parentid: newest?.revid ?? 0,
			contentmodel: newest ? modelOf(source, newest) : 'wikitext',
			recent: null,
		});
	}
	if (state.version !== '1.39') comment = reason;
	const params = { dest_ns: namespaceOf(to), dest_title: to, mergepoint: limit };
	addLogEntry(state, { kind: 'merge/merge', user: by, title: from, pageid: source.pageid, comment, params });
}
