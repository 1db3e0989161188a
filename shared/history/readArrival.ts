import type { Change } from './change.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { readLogEvents, type LogEvent } from '../wiki/readLogEvents.ts';

/** MediaWiki creates a move's log entry and null revision one right after the other. */
const TOLERANCE_MS = 5_000;
/** A limit against abuse: ignores the older moves of a page that is moved more often. */
const MAX_MOVES = 20;

/**
 * When a page was first moved into a course's folder, ISO 8601; null if it was created there. Makes one request per null
 * revision, which only moves and protections create.
 *
 * @param isInFolder whether a title is in the folder
 * @throws WikiError
 */
export async function readArrival(
	wiki: Wiki,
	title: string,
	nullRevisions: readonly Change[],
	isInFolder: (title: string) => boolean,
): Promise<string | null> {
	let currentTitle = title;
	let arrivedAt: string | null = null;
	for (const nullRevision of nullRevisions.slice(-MAX_MOVES).reverse()) {
		const move = await readMove(wiki, currentTitle, nullRevision);
		if (!move) continue;
		if (isInFolder(currentTitle)) arrivedAt = move.timestamp;
		currentTitle = move.title;
	}
	return isInFolder(currentTitle) ? null : arrivedAt;
}

async function readMove(
	wiki: Wiki,
	title: string,
	{ user, timestamp }: Change,
): Promise<LogEvent | undefined> {
	if (!user) return undefined;
	const at = Date.parse(timestamp);
	const moves = await readLogEvents(wiki, {
		letype: 'move',
		leuser: user.name,
		lestart: new Date(at + TOLERANCE_MS).toISOString(),
		leend: new Date(at - TOLERANCE_MS).toISOString(),
	});
	return moves.find(({ target }) => target === title);
}
