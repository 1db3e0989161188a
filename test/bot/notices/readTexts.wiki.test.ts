import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTexts, textFor } from '../../../bot/notices/readTexts.ts';
import { readSite } from '../../../shared/wiki/readSite.ts';
import { connectAs } from '../../demo/startDemoWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { DEPLOYER, startCommandWiki } from '../commands/commandWiki.ts';
import { deployTemplates } from '../render/deployTemplates.ts';

const notice = (text: string, language: string) => ({
	course: 'iah',
	applicant: 7,
	kind: 'decision' as const,
	about: 'accepted-12',
	to: { id: 7, name: 'Zoë' },
	template: `WikiLearn notice/${text}`,
	language,
	params: {},
	page: 'Courses/One/Applications/Zoë',
	appliedAt: '2026-01-01T00:00:00Z',
	barred: null,
});

describe('the texts of notices', () => {
	let wiki: Wiki;
	beforeAll(async () => {
		wiki = await startCommandWiki();
		await deployTemplates(wiki);
	});
	afterAll(() => wiki.stop());

	it.each(['en', 'de', 'ar'])(
		'are found on a wiki in %s, in the language or one that it falls back to',
		async (code) => {
			await wiki.setSettings(`$wgLanguageCode = '${code}';`);
			const port = await connectAs(wiki, DEPLOYER);
			const site = await readSite(port);
			const texts = await readTexts(port, asked, new Map(), site);
			expect(asked.map((one) => textFor(one, texts, site))).toEqual([
				'WikiLearn notice/accepted/fr',
				'WikiLearn notice/accepted/pt',
				'WikiLearn notice/accepted',
				null,
			]);
		},
	);
});

const asked = [
	notice('accepted', 'fr'),
	notice('accepted', 'pt-br'),
	notice('accepted', 'hi'),
	notice('no such text', 'fr'),
];
