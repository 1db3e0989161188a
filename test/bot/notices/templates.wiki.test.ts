import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeTexts } from '../../../bot/notices/plannedNotice.ts';
import { direction } from '../../../bot/render/direction.ts';
import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import { decodeEntities } from '../../../shared/wikitext/decodeEntities.ts';
import { ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { textOfHtml } from '../../shared/application/textOfHtml.ts';
import { deployTemplates } from '../render/deployTemplates.ts';

const LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'pt', 'ru', 'zh-hans'];

/** Everything that the bot may hand over. */
const ALL = {
	user: 'Zoë | }} [[x]]',
	course: 'A course {{of}} = two',
	page: "Courses/It's one/Applications/Zoë",
	'course page': "Courses/It's one",
	contact: 'team@example.org',
	closes: '2031-01-14 11:59 UTC',
	notify: '2031-01-18 12:00 UTC',
	starts: '2031-02-01 00:00 UTC',
	until: '2031-01-25 12:00 UTC',
	place: '17',
	missing: 'Motivation, Why | now?',
	correction: 'yes',
	promotion: 'yes',
	link: 'https://wiki.example.org/w/index.php?title=Courses/It%27s_one&wikilearn=email',
};
type Parameter = keyof typeof ALL;

/** What each text must say, besides whom it is for and which course it is about. */
const SAYS: Readonly<Record<(typeof noticeTexts)[number], readonly Parameter[]>> = {
	receipt: ['page', 'course page', 'closes', 'notify', 'contact'],
	incomplete: ['course page', 'closes', 'missing', 'contact'],
	accepted: ['page', 'course page', 'until', 'starts', 'contact'],
	waitlisted: ['page', 'place', 'contact'],
	declined: ['contact'],
	'offer reminder': ['course page', 'until', 'contact'],
	'offer lapsed': ['until', 'contact'],
	start: ['course page', 'starts', 'contact'],
	contact: ['link', 'contact'],
};

describe('the templates of notices, on a real wiki', () => {
	let wiki: Wiki;
	const session = () => new ApiSession(wiki.apiUrl);
	beforeAll(async () => {
		wiki = await startWiki();
		await deployTemplates(wiki);
	});
	afterAll(() => wiki.stop());

	async function render(template: string, params: Readonly<Record<string, string>>): Promise<string> {
		const given = Object.entries(params).map(([name, value]) => `|${name}=${encodeAnswer(value)}`);
		const { parse } = await session().post<{ parse: { text: string } }>({
			action: 'parse',
			title: 'User talk:Zoë',
			text: `== Heading ==\n{{${template}${given.join('')}}} Signature`,
			contentmodel: 'wikitext',
			prop: 'text',
			disablelimitreport: true,
		});
		return parse.text;
	}

	function expectWhole(html: string): void {
		expect(html).not.toMatch(/Template:|\[\[:|\{\{\{|class="error"|<pre|<p><br/);
		expect(textOfHtml(html)).not.toMatch(/''|&#32;/);
	}

	const texts = noticeTexts.flatMap((name) => LANGUAGES.map((language) => ({ name, language })));

	it('are there in every language, and no others', async () => {
		const folder = new URL('../../../bot/pages/Template/WikiLearn notice/', import.meta.url);
		const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.wikitext'));
		expect(files.sort()).toEqual(
			texts.map(({ name, language }) => `${pathOf(name, language)}.wikitext`).sort(),
		);
	});

	it.each(texts)('$name/$language says all that it should', async ({ name, language }) => {
		const html = await render(`WikiLearn notice/${pathOf(name, language)}`, ALL);
		expectWhole(html);
		expect(html).toContain(`lang="${language}" dir="${direction(language)}"`);
		const text = textOfHtml(html);
		expect(text).toContain(ALL.user);
		expect(text).toContain(ALL.course);
		for (const parameter of SAYS[name]) {
			if (parameter === 'page' || parameter === 'course page')
				expect(decodeEntities(html)).toContain(`title="${ALL[parameter]} (page does not exist)"`);
			else if (parameter === 'link') expect(decodeEntities(html)).toContain(`href="${ALL.link}"`);
			else expect(text).toContain(ALL[parameter]);
		}
		if (name === 'offer reminder') expect(html).toMatch(/dir="[lr]t[lr]">\n<p><b>/);
		const paragraphs = html.split('<p>').length;
		const others = { ...ALL, correction: '', promotion: '' };
		const plain = await render(`WikiLearn notice/${pathOf(name, language)}`, others);
		expect(plain.split('<p>')).toHaveLength(paragraphs);
		const isDecision = name === 'accepted' || name === 'waitlisted' || name === 'declined';
		expect(text.length > textOfHtml(plain).length).toBe(isDecision);
	});

	it.each(texts)('$name/$language can do without parameters', async ({ name, language }) => {
		const html = await render(`WikiLearn notice/${pathOf(name, language)}`, {});
		expectWhole(html);
		expect(textOfHtml(html)).not.toMatch(/\{\{|\}\}|\[\[|\]\]/);
		expect(html).not.toContain('href="mailto:');
	});

	it('of an acceptance without an offer says that the seat is theirs', async () => {
		const html = await render('WikiLearn notice/accepted', { ...ALL, until: '' });
		expectWhole(html);
		expect(html).toContain('Your seat is reserved.');
		expect(html).not.toContain(ALL.until);
	});

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
		expectWhole(html);
		expect(textOfHtml(html)).toContain(says);
	});
});

/** Below `Template:WikiLearn notice/`. */
function pathOf(name: string, language: string): string {
	return language === 'en' ? name : `${name}/${language}`;
}
