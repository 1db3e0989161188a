import { addLogEntry } from './addLogEntry.ts';
import { findPage } from './findPage.ts';
import type { MemoryRevision, MemoryState } from './memoryWiki.ts';
import { createApiError } from './createApiError.ts';
import { newestOf, advanceClock } from './revisions.ts';

type Hidable = 'content' | 'comment' | 'user';

export interface Hiding {
	readonly title: string;
	readonly revisions: readonly number[];
	readonly hide?: readonly Hidable[];
	readonly show?: readonly Hidable[];
	/** Hidden from administrators too, with a log entry that only suppressors see. */
	readonly suppress?: boolean;
	readonly reason?: string;
}

const BITS: Readonly<Record<Hidable, number>> = { content: 1, comment: 2, user: 4 };
const FLAGS = { content: 'textHidden', comment: 'commentHidden', user: 'userHidden' } as const;
const PARTS = ['content', 'comment', 'user'] as const;

/** `action=revisiondelete`: MediaWiki's RevDelList. Parts that are neither hidden nor shown are unchanged. */
export function hideRevisions(state: MemoryState, by: string, hiding: Hiding): void {
	const { title, revisions, hide = [], show = [], suppress = false, reason = '' } = hiding;
	// If the revisions are found, the given title is ignored.
	const page =
		state.pages.find((candidate) => candidate.revisions.some(({ revid }) => revid === revisions[0])) ??
		findPage(state, title, 'revdelete-modify-missing');
	const newest = newestOf(page);
	let problem = 'revdelete-modify-missing';
	let [removed, added] = [0, 0];
	const ids: number[] = [];
	for (const revision of page.revisions.filter(({ revid }) => revisions.includes(revid)).reverse()) {
		const before = readBits(revision);
		const after = (before | combineBits(hide)) & ~combineBits(show);
		if (before === after && (!suppress || revision.isSuppressed)) {
			problem = 'revdelete-no-change';
		} else if ((after & BITS.content) !== 0 && revision === newest) {
			problem = 'revdelete-hide-current';
		} else {
			for (const part of PARTS) revision[FLAGS[part]] = (after & BITS[part]) !== 0;
			if (suppress) revision.isSuppressed = true;
			if (after === 0) delete revision.isSuppressed;
			removed |= before & ~after;
			added |= after & ~before;
			ids.push(revision.revid);
		}
	}
	if (ids.length === 0) throw createApiError(problem);
	advanceClock(state);
	if (suppress) return;
	const params = { type: 'revision', ids, old: describeBits(removed), new: describeBits(added) };
	const { pageid } = page;
	addLogEntry(state, {
		kind: 'delete/revision',
		user: by,
		title: page.title,
		pageid,
		comment: reason,
		params,
	});
}

function readBits(revision: MemoryRevision): number {
	return combineBits(PARTS.filter((part) => revision[FLAGS[part]]));
}

function combineBits(parts: readonly Hidable[]): number {
	return parts.reduce((bits, part) => bits | BITS[part], 0);
}

function describeBits(bitmask: number): Readonly<Record<string, unknown>> {
	const parts = PARTS.map((part) => [part, (bitmask & BITS[part]) !== 0] as const);
	return { bitmask, ...Object.fromEntries(parts), restricted: false };
}
