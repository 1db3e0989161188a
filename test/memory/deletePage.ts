import { addLog } from './addLog.ts';
import { findPage } from './findPage.ts';
import type { MemoryPage, MemoryState } from './memoryWiki.ts';
import { refused } from './refused.ts';
import { compareRevisions, insertRevision, newestOf, newPage, setNewest, tick } from './revisions.ts';

export interface Deletion {
	readonly title: string;
	readonly reason?: string;
}

export interface Restoration {
	readonly title: string;
	readonly reason?: string;
	/** Only the revisions of these moments; all if left out. */
	readonly timestamps?: readonly string[];
}

export function deletePage(state: MemoryState, by: string, { title, reason = '' }: Deletion): void {
	const page = findPage(state, title);
	tick(state);
	archivePage(state, page);
	addLog(state, { kind: 'delete/delete', user: by, title, pageid: page.pageid, comment: reason });
}

/** Takes a page with its revisions out of all lists. 1.39 also empties recent changes of whatever had its title. */
export function archivePage(state: MemoryState, page: MemoryPage): void {
	const { title, pageid } = page;
	for (const revision of page.revisions)
		state.archive.push({ title, pageid, revision: { ...revision, recent: null } });
	state.pages = state.pages.filter((one) => one !== page);
	if (state.version !== '1.39') return;
	for (const revision of state.pages.flatMap(({ revisions }) => revisions))
		if (revision.recent?.title === title) revision.recent = null;
}

/** MediaWiki's UndeletePage: into the page that has the title by now, if there is one. */
export function restorePage(state: MemoryState, by: string, restoration: Restoration): void {
	const { title, timestamps, reason = '' } = restoration;
	const chosen = state.archive
		.filter((one) => one.title === title && (timestamps?.includes(one.revision.timestamp) ?? true))
		.sort((a, b) => compareRevisions(a.revision, b.revision));
	const last = chosen[chosen.length - 1];
	if (!last) throw refused('cantundelete', 'Could not undelete: the requested revisions may not exist.');
	const present = state.pages.find((one) => one.title === title);
	const newest = present && newestOf(present);
	const isNewest = !newest || last.revision.timestamp > newest.timestamp;
	if (isNewest && last.revision.textHidden)
		throw refused('undeleterevdel', 'The newest revision would have a hidden text.');
	tick(state);
	const isTaken = state.pages.some(({ pageid }) => pageid === last.pageid);
	const page = present ?? newPage(state, title, isTaken ? state.nextRevid++ : last.pageid);
	if (!present) page.isNew = true;
	for (const { revision } of chosen) insertRevision(page, revision);
	setNewest(page, isNewest ? last.revision : newest);
	state.archive = state.archive.filter((one) => !chosen.includes(one));
	const params = { count: { revisions: chosen.length, files: 0 } };
	addLog(state, { kind: 'delete/restore', user: by, title, pageid: page.pageid, comment: reason, params });
}
