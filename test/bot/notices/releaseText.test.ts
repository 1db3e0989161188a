import { describe, expect, it } from 'vitest';
import { releaseText } from '../../../bot/notices/releaseText.ts';
import { readStatusRegion } from '../../../shared/application/readStatusRegion.ts';
import { replaceStatusRegion } from '../../../shared/application/replaceStatusRegion.ts';
import { statusRegion } from '../../../shared/application/statusRegion.ts';
import { readReleases, writeRelease } from '../../../shared/notice/release.ts';

const release = writeRelease('iah', 'WikiLearnBot', '2031-01-18T12:00:00Z');
const later = writeRelease('iah', 'WikiLearnBot', '2031-02-01T12:00:00Z');
const report = `Hello.\n\n${statusRegion('* Something')}\n`;

describe('the report with a release', () => {
	it('has it outside of the region, and keeps it when the region is written anew', () => {
		const text = releaseText(report, release) ?? '';
		expect(text).toBe(`${report}\n${release}\n`);
		const replaced = replaceStatusRegion(text, '* Something else');
		expect(replaced.done && readReleases(replaced.text)).toHaveLength(1);
	});

	it('has each once', () => {
		const once = releaseText(report, release) ?? '';
		expect(releaseText(once, release)).toBe(once);
		expect(readReleases(releaseText(once, later) ?? '')).toHaveLength(2);
	});

	it('has a region where there was no page, so that none seems to have been taken away', () => {
		const text = releaseText('', release) ?? '';
		expect(readStatusRegion(text).found).toBe(true);
		expect(readReleases(text)).toHaveLength(1);
	});

	it.each([
		['an open comment at its end', `${report}<!-- to do`],
		['two beginnings of a region', report + statusRegion('')],
		['no region, and an open comment', 'Hello. <!-- to do'],
	])('is not made of a page with %s', (_, present) => {
		expect(releaseText(present, release)).toBeNull();
	});
});
