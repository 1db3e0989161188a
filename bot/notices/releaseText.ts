import { readStatusRegion } from '../../shared/application/readStatusRegion.ts';
import { readReleases } from '../../shared/notice/release.ts';
import { regionText } from '../publish/regionText.ts';

/**
 * The report page with a release at its end, outside of the bot's region; once, however often it is put there.
 *
 * @param release as `writeRelease` makes it
 * @returns null where the region's markers are muddled, or the page's end so open that the release would not be seen
 */
export function releaseText(present: string, release: string): string | null {
	const stands = (text: string): boolean =>
		readReleases(text).some(({ key }) => key === readReleases(release)[0]?.key);
	if (stands(present)) return present;
	// A page of the bot's that has no region would count as one that somebody took it from.
	const base = readStatusRegion(present).found ? present : regionText(present, '');
	if (base === null) return null;
	const text = `${base.trimEnd()}\n\n${release}\n`;
	return stands(text) ? text : null;
}
