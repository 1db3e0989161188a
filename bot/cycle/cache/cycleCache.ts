import type { UndeliverableNotices } from '../../plan/plannedNotice.ts';
import type { LogPage } from '../../../shared/actions/readLogPage.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import type { TracedPage } from '../../../shared/history/submission.ts';
import type { SentNotices } from '../../../shared/notices/readSentNotices.ts';
import type { ProgrammeHistory } from '../../../shared/programme/programmeHistory.ts';
import type { KnownAccounts } from '../../plan/assessApplications.ts';

/**
 * What a cycle keeps for the next one. Only a cache: without it, the next cycle reads everything, with the same
 * result.
 */
export interface CycleCache {
	/** The cache of another wiki is invalid. */
	readonly wikiId: string;
	/** The programme page's latest revision: another one invalidates the cache. */
	readonly programmeRevision: number;
	readonly programmeHistory: ProgrammeHistory;
	readonly log: LogPage;
	/** When changes were last read, by the wiki's clock, ISO 8601. */
	readonly readAt: string;
	/** The last full read, ISO 8601. */
	readonly fullAt: string;
	/** Ids of recent changes already processed, within the period that the next poll reads again. */
	readonly seenChanges: readonly number[];
	/** The revisions in which the last cycle wrote its regions: they affect nothing that it read. */
	readonly ownRevisions: readonly number[];
	readonly pages: readonly TracedPage[];
	readonly problems: readonly Problem[];
	readonly accounts: KnownAccounts;
	/** By title: a digest of the page's last intended text, if the page has it. */
	readonly digests: ReadonlyMap<string, string>;
	/** The notices sent so far. */
	readonly sent: SentNotices;
	readonly undeliverable: UndeliverableNotices;
	/** The texts of the team's messages by log revision; revisions are immutable. */
	readonly messageTexts: ReadonlyMap<number, string | null>;
}

/** The servers of a wiki have different clocks. Far below the overlap of polls. */
const MAX_CLOCK_SKEW_MS = 60 * 1000;
/** A clock that was set back further invalidates the cache. */
function isWithin(then: string, now: string, maxAge: number): boolean {
	const age = Date.parse(now) - Date.parse(then);
	return age >= -MAX_CLOCK_SKEW_MS && age < maxAge;
}

/** A full read at least daily: recent changes show neither suppressions nor rights on other wikis. */
const FULL_READ_INTERVAL_MS = 24 * 60 * 60 * 1000;
/** The check that is possible before the current programme is known. */
export function isCacheRecent(cache: CycleCache | null, wikiId: string, now: string): cache is CycleCache {
	if (!cache) return false;
	return (
		cache.wikiId === wikiId &&
		isWithin(cache.fullAt, now, FULL_READ_INTERVAL_MS) &&
		isWithin(cache.readAt, now, FULL_READ_INTERVAL_MS)
	);
}

/** Whether the last cycle's cache is valid; if not, everything is read. */
export function isCacheUsable(
	cache: CycleCache | null,
	wikiId: string,
	programme: number,
	now: string,
): cache is CycleCache {
	return isCacheRecent(cache, wikiId, now) && cache.programmeRevision === programme;
}
