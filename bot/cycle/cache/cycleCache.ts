import type { HeldNotices } from '../../plan/plannedNotice.ts';
import type { LogPage } from '../../../shared/actions/readLogPage.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import type { TracedPage } from '../../../shared/history/submission.ts';
import type { SentNotices } from '../../../shared/notices/readSent.ts';
import type { ProgrammeHistory } from '../../../shared/programme/programmeHistory.ts';
import type { KnownAccounts } from '../../plan/accountFacts.ts';

/**
 * What a cycle hands to the next one. It is a cache: without it, the next cycle reads everything and comes to the same
 * result.
 */
export interface CycleCache {
	/** Of another wiki it is no use. */
	readonly wikiId: string;
	/** The programme page's newest revision: what was read under another programme is read again. */
	readonly programme: number;
	readonly programmeHistory: ProgrammeHistory;
	readonly log: LogPage;
	/** The wiki's clock when its changes were last asked for, ISO 8601. */
	readonly readAt: string;
	/** When everything was last read, ISO 8601. */
	readonly fullAt: string;
	/** Ids of the recent changes that were taken into account, as far back as they will be asked for again. */
	readonly seen: readonly number[];
	/** The revisions with which the last cycle wrote its regions: they change nothing of what it read. */
	readonly own: readonly number[];
	readonly pages: readonly TracedPage[];
	readonly problems: readonly Problem[];
	readonly accounts: KnownAccounts;
	/** By title: a digest of what the bot last wanted the page to say, and found or made it say. */
	readonly published: ReadonlyMap<string, string>;
	/** All that is known of what went out. */
	readonly sent: SentNotices;
	readonly held: HeldNotices;
	/** The texts of the team's messages by log revision: of a revision, they never change. */
	readonly texts: ReadonlyMap<number, string | null>;
}
