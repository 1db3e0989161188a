import { checkAccess } from './access.ts';
import { addLogEntry } from './addLogEntry.ts';
import { archivePage } from './deletePage.ts';
import { findPage } from './findPage.ts';
import type { MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { createApiError } from './createApiError.ts';
import {
	addNullRevision,
	addRevision,
	modelOf,
	newestOf,
	newPage,
	redirectTarget,
	advanceClock,
} from './revisions.ts';
import { namespaceOf } from './titles.ts';

export interface Move {
	readonly from: string;
	readonly to: string;
	readonly reason?: string;
	readonly noRedirect?: boolean;
}

/** MediaWiki's MovePage. */
export function movePage(state: MemoryState, by: string, move: Move): void {
	const { from, to, reason = '' } = move;
	const page = findPage(state, from);
	checkAccess(state, by, page, ['edit', 'move']);
	if (from === to) throw createApiError('selfmove', 'The title is the same.');
	const present = state.pages.find(({ title }) => title === to);
	if (present && !isMoveTarget(present, from)) {
		const isRedirect = present.revisions.length === 1 && redirectTarget(present.revisions[0]!.text) !== null;
		throw createApiError(
			isRedirect ? 'redirectexists' : 'articleexists',
			'A page of that name already exists.',
		);
	}
	advanceClock(state);
	if (present) {
		const comment = `Deleted to make way for move from "[[${from}]]"`;
		archivePage(state, present);
		addLogEntry(state, { kind: 'delete/delete_redir', user: by, title: to, pageid: present.pageid, comment });
	}
	const isWikitext = modelOf(page, newestOf(page)) === 'wikitext';
	const leavesRedirect = isWikitext && !move.noRedirect;
	const over = present ? (leavesRedirect ? ' over redirect' : ' over a redirect') : '';
	const without = leavesRedirect ? '' : ' without leaving a redirect';
	const summary = `${by} moved page [[${from}]] to [[${to}]]${over}${without}`;
	const comment = reason === '' ? summary : `${summary}: ${reason}`;
	for (const revision of page.revisions) keepOldTitle(revision, page);
	page.title = to;
	const { revid } = addNullRevision(state, page, by, comment);
	if (leavesRedirect) addRedirect(state, by, { from, to, comment });
	addLogEntry(state, {
		kind: present ? 'move/move_redir' : 'move/move',
		user: by,
		title: from,
		pageid: page.pageid,
		revid,
		comment: reason,
		params: { target_ns: namespaceOf(to), target_title: to, suppressredirect: !leavesRedirect },
	});
}

/** A moved revision keeps its content model, and its old title in recent changes. */
export function keepOldTitle(revision: MemoryRevision, page: MemoryPage): void {
	const { title, pageid } = page;
	revision.contentmodel ??= modelOf(page, revision);
	if (revision.recent === undefined) revision.recent = { title, pageid };
}

function addRedirect(state: MemoryState, by: string, move: { from: string; to: string; comment: string }) {
	const { from, to, comment } = move;
	const colon = [6, 14].includes(namespaceOf(to)) ? ':' : '';
	const page = newPage(state, from);
	addRevision(state, page, {
		user: by,
		text: `#REDIRECT [[${colon}${to}]]`,
		comment,
		tags: ['mw-new-redirect'],
		recent: null,
	});
	page.isNew = true;
}

/** Whether the page is a redirect to the moved page, with no other history. */
function isMoveTarget({ revisions, title }: MemoryPage, from: string): boolean {
	const [only] = revisions;
	const target = only && redirectTarget(only.text);
	return revisions.length === 1 && (target === from || target === title);
}
