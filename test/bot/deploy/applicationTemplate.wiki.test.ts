import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationTemplate, preloadTemplate } from '../../../bot/deploy/applicationTemplate.ts';
import { readApplications } from '../../../shared/application/readApplications.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import { decodeEntities } from '../../../shared/wikitext/plainText.ts';
import { createPilotAt } from '../../demo/startDemoWiki.ts';
import { login, type ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';

const programme = createPilotAt('2026-06-01T00:00:00Z');
const pb = programme.courses.find(({ id }) => id === 'pb')!;

describe('the application template, generated from the programme', () => {
	let wiki: Wiki;
	let session: ApiSession;

	beforeAll(async () => {
		wiki = await startWiki();
		await wiki.createAccount({ name: 'Ada', password: 'ada-has-a-password', groups: ['sysop'] });
		session = await login(wiki.apiUrl, 'Ada', 'ada-has-a-password');
		const { title, text } = applicationTemplate(programme);
		await session.edit({ title, text });
	});
	afterAll(() => wiki.stop());

	async function rendered(answers: Record<string, string>): Promise<string> {
		const text = writeApplication({ course: 'pb', answers, email: 'sent' });
		const { parse } = await session.post<{ parse: { text: string } }>({
			action: 'parse',
			text,
			contentmodel: 'wikitext',
			prop: 'text',
		});
		return decodeEntities(parse.text.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
	}

	it('shows the labels of choices, and other answers unchanged', async () => {
		expect(await rendered({ region: 'south-asia' })).toContain('South Asia');
		expect(await rendered({ region: 'south-asia' })).not.toContain('south-asia');
		expect(await rendered({ region: 'Atlantis | {{x}}' })).toContain('Atlantis | {{x}}');
	});

	it('shows a tick for a commitment, and omits unanswered questions', async () => {
		const text = await rendered({ 'attend-weekly': 'yes' });
		expect(text).toContain('✓');
		expect(text).not.toContain('region');
	});

	it('preloads an application into a new section, and it can be parsed', () => {
		const { text } = preloadTemplate(programme, pb);
		expect(text).toContain('(middle-east-north-africa, ');
		const filled = text
			.replace('| motivation = ', '| motivation = I care')
			.replace('| region = ', '| region = south-asia');
		expect(readApplications(filled)).toMatchObject({
			applications: [
				{
					application: {
						course: 'pb',
						email: 'not sent',
						answers: { motivation: 'I care', region: 'south-asia' },
					},
				},
			],
			problems: [],
		});
	});
});
