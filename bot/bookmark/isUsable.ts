import type { Bookmark } from './bookmark.ts';

/** Whether what the last cycle handed on can be built upon; if not, everything is read. */
export function isUsable(
	bookmark: Bookmark | null,
	wikiId: string,
	programme: number,
	now: string,
): bookmark is Bookmark {
	if (!bookmark) return false;
	return (
		bookmark.wikiId === wikiId &&
		bookmark.programme === programme &&
		isWithin(bookmark.fullAt, now, FULL_READING_MS) &&
		isWithin(bookmark.readAt, now, FULL_READING_MS)
	);
}

/** Everything is read at least daily: recent changes do not tell of suppressions, nor of rights on other wikis. */
const FULL_READING_MS = 24 * 60 * 60 * 1000;

/** A clock that went back is no reason to believe what was read. */
function isWithin(then: string, now: string, span: number): boolean {
	const passed = Date.parse(now) - Date.parse(then);
	return passed >= 0 && passed < span;
}
