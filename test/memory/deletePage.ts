import { addLogEntry } from './addLogEntry.ts';
import { findPage } from './findPage.ts';
import type { MemoryPage, MemoryState } from './memoryWiki.ts';
import { createApiError } from './createApiError.ts';
import { compareRevisions, insertRevision, newestOf, newPage, setNewest, advanceClock } from './revisions.ts';

export interface Deletion {
	readonly title: string;
	readonly reason?: string;
}

export interface Restoration {
	readonly title: string;
	readonly reason?: string;
	/** Only revisions with these timestamps; all by default. */
	readonly timestamps?: readonly string[];
}

export function deletePage(state: MemoryState, by: string, { title, reason = '' }: Deletion): void {
	const page = findPage(state, title);
	advanceClock(state);
	archivePage(state, page);
	addLogEntry(state, { kind: 'delete/delete', user: by, title, pageid: page.pageid, comment: reason });
}

/** Removes a page and its revisions. 1.39 also removes all recent changes with its title. */
export function archivePage(state: MemoryState, page: MemoryPage): void {
	const { title, pageid } = page;
	for (const revision of page.revisions)
		state.archive.push({ title, pageid, revision: { ...revision, recent: null } });
	state.pages = state.pages.filter((candidate) => candidate !== page);
	if (state.version !== '1.39') return;
	for (const revision of state.pages.flatMap(({ revisions }) => revisions))
		if (revision.recent?.title === title) revision.recent = null;
}

/** MediaWiki's UndeletePage: merges into the current page at the title, if any. */
export function restorePage(state: MemoryState, by: string, restoration: Restoration): void {
	const { title, timestamps, reason = '' } = restoration;
	const chosen = state.archive
		.filter((entry) => entry.title === title && (timestamps?.includes(entry.revision.timestamp) ?? true))
		.sort((a, b) => compareRevisions(a.revision, b.revision));
	const last = chosen[chosen.length - 1];
	if (!last)
		throw createApiError('cantundelete', 'Could not undelete: the requested revisions may not exist.');
	const present = state.pages.find((candidate) => candidate.title === title);
	const newest = present && newestOf(present);
	const isNewest = !newest || last.revision.timestamp > newest.timestamp;
	if (isNewest && last.revision.textHidden)
		throw createApiError('undeleterevdel', 'The newest revision would have a hidden text.');
	advanceClock(state);
	const isTaken = state.pages.some(({ pageid }) => pageid === last.pageid);
	const page = present ?? newPage(state, title, isTaken ? state.nextRevid++ : last.pageid);
	if (!present) page.isNew = true;
	for (const { revision } of chosen) insertRevision(page, revision);
	setNewest(page, isNewest ? last.revision : newest);
	state.archive = state.archive.filter((entry) => !chosen.includes(entry));
	const params = { count: { revisions: chosen.length, files: 0 } };
	addLogEntry(state, {
		kind: 'delete/restore',
		user: by,
		title,
		pageid: page.pageid,
		comment: reason,
		params,
	});
}
