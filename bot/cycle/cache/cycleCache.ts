import type { UndeliverableNotices } from '../../plan/plannedNotice.ts';
import type { LogPage } from '../../../shared/actions/readLogPage.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import type { TracedPage } from '../../../shared/history/submission.ts';
import type { SentNotices } from '../../../shared/notices/readSentNotices.ts';
import type { ProgrammeHistory } from '../../../shared/programme/programmeHistory.ts';
import type { KnownAccounts } from '../../plan/assessApplications.ts';

/**
 * What a cycle hands to the next one. It is a cache: without it, the next cycle reads everything and comes to the same
 * result.
 */
export interface CycleCache {
	/** Of another wiki it is no use. */
	readonly wikiId: string;
	/** The programme page's newest revision: what was read under another programme is read again. */
	readonly programmeRevision: number;
	readonly programmeHistory: ProgrammeHistory;
	readonly log: LogPage;
	/** The wiki's clock when its changes were last asked for, ISO 8601. */
	readonly readAt: string;
	/** When everything was last read, ISO 8601. */
	readonly fullAt: string;
	/** Ids of the recent changes that were taken into account, as far back as they will be asked for again. */
	readonly seenChanges: readonly number[];
	/** The revisions with which the last cycle wrote its regions: they change nothing of what it read. */
	readonly ownRevisions: readonly number[];
	readonly pages: readonly TracedPage[];
	readonly problems: readonly Problem[];
	readonly accounts: KnownAccounts;
	/** By title: a digest of what the bot last wanted the page to say, and found or made it say. */
	readonly digests: ReadonlyMap<string, string>;
	/** All that is known of what went out. */
	readonly sent: SentNotices;
	readonly undeliverable: UndeliverableNotices;
	/** The texts of the team's messages by log revision: of a revision, they never change. */
	readonly messageTexts: ReadonlyMap<number, string | null>;
}

/** Servers of one wiki have clocks of their own. Far less than what is asked for again. */
const MAX_CLOCK_SKEW_MS = 60 * 1000;
/** A clock that went back further is no reason to believe what was read. */
function isWithin(then: string, now: string, maxAge: number): boolean {
	const age = Date.parse(now) - Date.parse(then);
	return age >= -MAX_CLOCK_SKEW_MS && age < maxAge;
}

/** Everything is read at least daily: recent changes do not tell of suppressions, nor of rights on other wikis. */
const FULL_READ_INTERVAL_MS = 24 * 60 * 60 * 1000;
/** The same, before it is known which programme is in force. */
export function isCacheRecent(cache: CycleCache | null, wikiId: string, now: string): cache is CycleCache {
	if (!cache) return false;
	return (
		cache.wikiId === wikiId &&
		isWithin(cache.fullAt, now, FULL_READ_INTERVAL_MS) &&
		isWithin(cache.readAt, now, FULL_READ_INTERVAL_MS)
	);
}

/** Whether what the last cycle handed on can be built upon; if not, everything is read. */
export function isCacheUsable(
	cache: CycleCache | null,
	wikiId: string,
	programme: number,
	now: string,
): cache is CycleCache {
	return isCacheRecent(cache, wikiId, now) && cache.programmeRevision === programme;
}
