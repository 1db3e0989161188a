import type { SentNotice } from '../../shared/notice/notice.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { Release } from '../gather/readReleases.ts';
import { readTexts, textFor, type KnownTexts } from './readTexts.ts';
import { sortNotices, type Sorted } from './sortNotices.ts';
import { wantedNotices } from './wantedNotices.ts';

export interface Planned extends Sorted {
	readonly texts: KnownTexts;
}

/**
 * What is to be sent now, and what waits. Where nobody is to be told anything, the wiki is not asked.
 *
 * @param sent the notices that went out so far
 * @param texts what is known of the templates
 * @throws WikiError
 */
export async function planNotices(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	applications: readonly AssessedApplication[],
	sent: readonly SentNotice[],
	releases: readonly Release[],
	texts: KnownTexts,
): Promise<Planned> {
	const wanted = wantedNotices(programme, applications, sent, site.now);
	const known = await readTexts(wiki, wanted, texts, site);
	const missing = new Set(
		wanted.filter((one) => textFor(one, known, site) === null).map(({ template }) => template),
	);
	return { ...sortNotices(programme, applications, wanted, releases, missing, site.now), texts: known };
}
