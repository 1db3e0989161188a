import { describe, expect, it } from 'vitest';
import { maySentNoticesDiffer } from '../../../bot/cycle/read/affected.ts';
import type { RecentChange } from '../../../bot/cycle/read/recentChanges.ts';

const site = { namespaces: [{ id: 3, name: 'Benutzer Diskussion', canonical: 'User talk' }] };
const sent = {
	sent: [
		{
			course: 'iah',
			applicant: 7,
			kind: 'receipt' as const,
			about: '',
			at: '2026-01-01T00:00:00Z',
			title: 'Project:Old talk',
			revid: 1,
		},
	],
	hidden: [],
};
const change = (log: string | null, title: string, ...otherTitles: readonly string[]): RecentChange => ({
	rcid: 1,
	revid: 0,
	title,
	pageid: 9,
	log,
	otherTitles,
	renamed: [],
	user: 'Admin',
	userid: 4,
	minor: false,
	timestamp: '2026-01-01T00:00:00Z',
	comment: '',
});

describe('whether a change may affect which notices were sent', () => {
	it.each<[RecentChange, boolean]>([
		[change('move', 'Benutzer Diskussion:Ana', 'Project:Ana'), true],
		[change('move', 'Project:X', 'Benutzer Diskussion:Ana'), true],
		[change('delete', 'Benutzer Diskussion:Ana/Archiv'), true],
		[change('merge', 'Project:X', 'Project:Old talk'), true],
		[change('import', 'Project:Old talk'), true],
		[change(null, 'Benutzer Diskussion:Ana'), false],
		[change('protect', 'Benutzer Diskussion:Ana'), false],
		// On a large wiki somebody's talk page is always being moved.
		[change('move', 'Benutzer Diskussion:Stranger', 'Benutzer Diskussion:Stranger/2'), false],
		[change('delete', 'Project:X'), false],
	])('%o: %s', (change, expected) => {
		expect(maySentNoticesDiffer([change], sent, site, new Set(['Ana']))).toBe(expected);
	});
});
