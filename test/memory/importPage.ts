import { addLogEntry } from './addLogEntry.ts';
import type { MemoryRevision, MemoryState } from './memoryWiki.ts';
import {
	addNullRevision,
	truncateSummary,
	insertRevision,
	newestOf,
	newPage,
	setNewest,
	advanceClock,
} from './revisions.ts';

export interface Import {
	readonly title: string;
	readonly revisions: readonly ImportedRevision[];
	readonly reason?: string;
}

interface ImportedRevision {
	/** An account of this wiki, or a name that gets the interwiki prefix. */
	readonly user: string;
	readonly timestamp: string;
	readonly text: string;
	readonly comment?: string;
}

/** The prefix of users without a local account. */
const IMPORT_PREFIX = 'import';

/** `action=import` with `assignknownusers`: MediaWiki's ImportableOldRevisionImporter and ImportReporter. */
export function importPage(state: MemoryState, by: string, { title, revisions, reason = '' }: Import): void {
	advanceClock(state);
	const page =
		state.pages.find((candidate) => candidate.title === title) ?? newPage(state, title, state.nextRevid++);
	for (const { user, timestamp, text, comment = '' } of revisions) {
		const before = page.revisions.findLast((earlier) => earlier.timestamp <= timestamp);
		const newest = newestOf(page);
		const isKnown = state.accounts.some(({ name }) => name === user);
		const revision: MemoryRevision = {
			revid: state.nextRevid++,
			parentid: before?.revid ?? 0,
			timestamp,
			user: isKnown ? user : `${IMPORT_PREFIX}>${user}`,
			text,
			comment: truncateSummary(comment),
			recent: null,
		};
		insertRevision(page, revision);
		setNewest(page, newest && timestamp < newest.timestamp ? newest : revision);
	}
	const count = revisions.length;
	const summary = `${count} ${count === 1 ? 'revision' : 'revisions'} imported`;
	const { revid } = addNullRevision(state, page, by, reason === '' ? summary : `${summary}: ${reason}`);
	const params = { count };
	const { pageid } = page;
	addLogEntry(state, { kind: 'import/upload', user: by, title, pageid, revid, comment: reason, params });
}
