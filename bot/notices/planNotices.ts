import type { SentNotice } from '../../shared/notice/notice.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { Release } from '../gather/readReleases.ts';
import { sortNotices, type Sorted } from './sortNotices.ts';
import { wantedNotices } from './wantedNotices.ts';

/**
 * What is to be sent now, and what waits.
 *
 * @param sent the notices that went out so far
 * @param at ISO 8601, the wiki's clock
 */
export function planNotices(
	programme: Programme,
	applications: readonly AssessedApplication[],
	sent: readonly SentNotice[],
	releases: readonly Release[],
	at: string,
): Sorted {
	const wanted = wantedNotices(programme, applications, sent, at);
	return sortNotices(programme, applications, wanted, releases, at);
}
