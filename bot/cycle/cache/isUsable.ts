import type { CycleCache } from './cycleCache.ts';

/** Whether what the last cycle handed on can be built upon; if not, everything is read. */
export function isUsable(
	bookmark: CycleCache | null,
	wikiId: string,
	programme: number,
	now: string,
): bookmark is CycleCache {
	return isRecent(bookmark, wikiId, now) && bookmark.programme === programme;
}

/** The same, before it is known which programme is in force. */
export function isRecent(bookmark: CycleCache | null, wikiId: string, now: string): bookmark is CycleCache {
	if (!bookmark) return false;
	return (
		bookmark.wikiId === wikiId &&
		isWithin(bookmark.fullAt, now, FULL_READING_MS) &&
		isWithin(bookmark.readAt, now, FULL_READING_MS)
	);
}

/** Everything is read at least daily: recent changes do not tell of suppressions, nor of rights on other wikis. */
const FULL_READING_MS = 24 * 60 * 60 * 1000;

/** Servers of one wiki have clocks of their own. Far less than what is asked for again. */
const CLOCKS_DIFFER_MS = 60 * 1000;

/** A clock that went back further is no reason to believe what was read. */
function isWithin(then: string, now: string, span: number): boolean {
	const passed = Date.parse(now) - Date.parse(then);
	return passed >= -CLOCKS_DIFFER_MS && passed < span;
}
