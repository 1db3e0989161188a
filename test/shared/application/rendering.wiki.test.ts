import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeAnswer, normalizeAnswer, encodeAnswer } from '../../../shared/application/answerWikitext.ts';
import { readApplications } from '../../../shared/application/readApplications.ts';
import { writeCall } from '../../../shared/application/writeApplication.ts';
import { samples } from '../../samples.ts';
import { login, type ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { hostileBits, hostileText } from './hostileText.ts';
import { textOfHtml } from './textOfHtml.ts';

const seed = 20201218;
const perPage = 25;
const answers = [
	...hostileBits,
	...hostileBits.map((bit) => `a${bit}b`),
	...fc.sample(hostileText, { seed, numRuns: samples(500) }),
].map(normalizeAnswer);

interface Parse {
	readonly parse: {
		readonly text: string;
		readonly wikitext: string;
		readonly links: readonly { title: string }[];
		readonly categories: readonly object[];
		readonly templates: readonly { title: string }[];
		readonly images: readonly string[];
		readonly langlinks: readonly object[];
		readonly externallinks: readonly string[];
		readonly properties: object;
		readonly sections: readonly object[];
	};
}

let wiki: Wiki;
let session: ApiSession;

beforeAll(async () => {
	wiki = await startWiki();
	await wiki.createAccount({ name: 'Ada', password: 'ada-password', groups: ['sysop', 'bot'] });
	session = await login(wiki.apiUrl, 'Ada', 'ada-password');
});

afterAll(async () => {
	await wiki.stop();
});

async function saveAndParse(title: string, text: string): Promise<Parse['parse']> {
	await session.edit({ title, text });
	const props = 'text|wikitext|links|categories|templates|images|langlinks|externallinks|properties|sections';
	const response = await session.get<Parse>({
		action: 'parse',
		page: title,
		prop: props,
		disablelimitreport: true,
	});
	return response.parse;
}

/** As a browser lays it out: blanks collapse, and go at a line's ends. MediaWiki puts French spaces; its API answers in NFC. */
function normalizeRendered(text: string): string {
	return text
		.normalize('NFC')
		.replace(/\u00a0(?=[?:;!%»›])|(?<=[«‹])\u00a0/g, ' ')
		.replace(/[ \t]+/g, ' ')
		.replace(/ *\n */g, '\n')
		.replace(/^[ \n]+|[ \n]+$/g, '');
}

const url = /https?:\/\/[^\][<>"\0- \x7f]/gi;

const contexts: readonly (readonly [string, (q: string) => string])[] = [
	['table cells', (q) => `{|\n! ${q}\n| {{{${q}}}}\n|-\n|\n{{{${q}}}}\n|}`],
	['a div', (q) => `<div>{{{${q}}}}</div>`],
	['lines of a div', (q) => `<div>\n{{{${q}}}}\n</div>`],
	['a definition list', (q) => `<dl><dd>{{{${q}}}}</dd></dl>`],
	['italics', (q) => `<div>''{{{${q}}}}''</div>`],
];

it.each(contexts)(
	`shows answers as they were typed, in %s (${answers.length} answers, seed ${seed})`,
	async (name, context) => {
		const ids = Array.from({ length: perPage }, (_, index) => `q${index}`);
		const rows = ids.map(
			(id) =>
				`{{#if:{{{${id}|}}}|<div id="begin-${id}">\n${pipesHidden(context(id))}\n</div>}}<div id="end-${id}"></div>`,
		);
		await session.edit({ title: 'Template:WikiLearn application', text: rows.join('\n') });
		const copies = name === 'table cells' ? 2 : 1;
		const wrong: object[] = [];
		for (let from = 0; from < answers.length; from += perPage) {
			const batch = answers.slice(from, from + perPage);
			const written = {
				course: 'iah',
				email: 'sent' as const,
				answers: Object.fromEntries(batch.map((answer, index) => [`q${index}`, answer])),
			};
			const page = await saveAndParse(`Application ${from} ${name}`, writeCall(written));
			expect(readApplications(page.wikitext).applications.map(({ application }) => application)).toEqual([
				written,
			]);
			expect(page.externallinks.filter((link) => !/^https?:\/\//i.test(link))).toEqual([]);
			const { links, categories, templates, images, langlinks, properties, sections } = page;
			expect({
				links,
				categories,
				templates: templates.map(({ title }) => title),
				images,
				langlinks,
				properties,
				sections,
			}).toEqual({
				links: [],
				categories: [],
				templates: ['Template:WikiLearn application'],
				images: [],
				langlinks: [],
				properties: {},
				sections: [],
			});
			for (const [index, answer] of batch.entries()) {
				const begin = page.text.indexOf(`id="begin-q${index}"`);
				if (begin < 0 && encodeAnswer(answer) === '') continue;
				const html = page.text.slice(
					page.text.indexOf('>', begin) + 1,
					page.text.indexOf(`<div id="end-q${index}"`),
				);
				const shown = normalizeRendered(textOfHtml(html).replace(/^\s*q\d+(?=\s|$)/, ''));
				const typed = copies === 2 ? null : normalizeRendered(answer);
				const links = (html.match(/<a /g) ?? []).length;
				const fits = typed === null ? appearsTwice(shown, normalizeRendered(answer)) : shown === typed;
				if (!fits || links > copies * (answer.match(url) ?? []).length) {
					wrong.push({ answer, encoded: encodeAnswer(answer), html, shown });
				}
				if (name === 'a div' && links < countLinks(answer)) wrong.push({ unlinked: answer, html });
			}
		}
		console.log(`${name}: ${answers.length} answers, ${wrong.length} not as typed`);
		expect(wrong.slice(0, 5)).toEqual([]);
	},
);

/** A table inside a parser function. */
function pipesHidden(text: string): string {
	return text.replace(/\|/g, '{{!}}');
}

/** Whether the text stands there in both cells. */
function appearsTwice(shown: string, typed: string): boolean {
	return shown.replace(/\s/g, '') === `${typed}${typed}`.replace(/\s/g, '');
}

/** URLs that must be links: those with a host of plain letters, after a blank or at the start. */
function countLinks(answer: string): number {
	return (
		answer.match(
			/(?:^|[ \n])https?:\/\/[a-z.]+\.org(?=[/ \n]|$)(?![^ \n]*[\u00ad\u034f\u061c\u200b-\u206f\ufe00-\ufeff])/gi,
		) ?? []
	).length;
}

it('round-trips through the pre-save transform', async () => {
	const text = answers.map((answer) => `{{x|a=${encodeAnswer(answer)}}}`).join('\n');
	const page = await saveAndParse('Saved', text);
	expect(page.wikitext).toBe(text);
	expect(answers.map((answer) => decodeAnswer(encodeAnswer(answer)))).toEqual(answers);
});
