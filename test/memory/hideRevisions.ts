import { addLog } from './addLog.ts';
import { findPage } from './findPage.ts';
import type { MemoryRevision, MemoryState } from './memoryWiki.ts';
import { refused } from './refused.ts';
import { newestOf, tick } from './revisions.ts';

export type Hidable = 'content' | 'comment' | 'user';

export interface Hiding {
	readonly title: string;
	readonly revisions: readonly number[];
	readonly hide?: readonly Hidable[];
	readonly show?: readonly Hidable[];
	readonly reason?: string;
}

const BITS: Readonly<Record<Hidable, number>> = { content: 1, comment: 2, user: 4 };
const FLAGS = { content: 'textHidden', comment: 'commentHidden', user: 'userHidden' } as const;
const PARTS = ['content', 'comment', 'user'] as const;

/** `action=revisiondelete`. What is neither hidden nor shown stays as it is. */
export function hideRevisions(state: MemoryState, by: string, hiding: Hiding): void {
	const { title, revisions, hide = [], show = [], reason = '' } = hiding;
	const page = findPage(state, title);
	const wanted = page.revisions.filter(({ revid }) => revisions.includes(revid));
	const newest = newestOf(page);
	if (wanted.length === 0) throw refused('nosuchrevid', 'There is no such revision of this page.');
	if (hide.includes('content') && newest && wanted.includes(newest))
		throw refused('revdelete-hide-current', 'The text of the current revision cannot be hidden.');
	tick(state);
	for (const bits of new Set(wanted.map(bitsOf))) {
		const some = wanted.filter((revision) => bitsOf(revision) === bits);
		for (const revision of some) {
			for (const part of hide) revision[FLAGS[part]] = true;
			for (const part of show) revision[FLAGS[part]] = false;
		}
		const after = bitsOf(some[0]!);
		if (after === bits) throw refused('revdelete-no-change', 'The revision has these settings already.');
		const ids = some.map(({ revid }) => revid);
		const params = { type: 'revision', ids, old: shown(bits), new: shown(after) };
		addLog(state, {
			kind: 'delete/revision',
			user: by,
			title,
			pageid: page.pageid,
			comment: reason,
			params,
		});
	}
}

function bitsOf(revision: MemoryRevision): number {
	return PARTS.reduce((bits, part) => bits + (revision[FLAGS[part]] ? BITS[part] : 0), 0);
}

function shown(bitmask: number): Readonly<Record<string, unknown>> {
	const parts = PARTS.map((part) => [part, (bitmask & BITS[part]) !== 0] as const);
	return { bitmask, ...Object.fromEntries(parts), restricted: false };
}
