import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import { ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { textOfHtml } from '../../shared/application/textOfHtml.ts';
import { deployTemplates } from '../render/deployTemplates.ts';

describe('the templates of marks, on a real wiki', () => {
	let wiki: Wiki;
	beforeAll(async () => {
		wiki = await startWiki();
		await deployTemplates(wiki);
	});
	afterAll(() => wiki.stop());

	async function render(template: string, params: Readonly<Record<string, string>>): Promise<string> {
		const given = Object.entries(params).map(([name, value]) => `|${name}=${encodeAnswer(value)}`);
		const { parse } = await new ApiSession(wiki.apiUrl).post<{ parse: { text: string } }>({
			action: 'parse',
			title: 'User talk:Zoë',
			text: `== Heading ==\n{{${template}${given.join('')}}} Signature`,
			contentmodel: 'wikitext',
			prop: 'text',
			disablelimitreport: true,
		});
		return parse.text;
	}

	it.each([
		['WikiLearn reply', { answer: 'turned-down', by: 'Zoë', date: '2031-01-01' }, 'Seat turned down – Zoë'],
		['WikiLearn reply', {}, '?'],
		['WikiLearn recusal', { by: 'Reviewer' }, 'Recused – Reviewer'],
		['WikiLearn recusal', {}, 'Recused'],
		['WikiLearn release', { course: 'iah', by: 'Reviewer' }, 'Decisions released: iah – Reviewer'],
		['WikiLearn release', {}, 'Decisions released: ?'],
		[
			'WikiLearn decision',
			{ outcome: 'waitlisted', place: '3', by: 'R' },
			'waitlisted, place 3 on the waitlist – R',
		],
		['WikiLearn decision', {}, '?'],
	])('%s %j', async (template, params, says) => {
		const html = await render(template, params);
		expect(html).not.toMatch(/Template:|\[\[:|\{\{\{|class="error"|<pre|<p><br/);
		expect(textOfHtml(html)).toContain(says);
	});
});
