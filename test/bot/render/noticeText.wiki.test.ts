import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderNoticeBody, renderNoticeSection } from '../../../bot/render/notices/renderNotice.ts';
import { NOTICE_TEXTS, type NoticeText, type PlannedNotice } from '../../../bot/plan/plannedNotice.ts';
import { directionOf } from '../../../bot/render/text/wikitext.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { decodeEntities } from '../../../shared/wikitext/plainText.ts';
import { ApiSession, login } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { textOfHtml } from '../../shared/application/textOfHtml.ts';
import { ALL_PARAMS, minimalParams, LANGUAGES } from './noticeParams.ts';

/** What each text must say, besides whom it is for and which course it is about. */
const SAYS: Readonly<Record<NoticeText, readonly (keyof typeof ALL_PARAMS)[]>> = {
	receipt: ['page', 'course page', 'closes', 'notify', 'contact'],
	incomplete: ['page', 'course page', 'closes', 'missing', 'contact'],
	accepted: ['page', 'course page', 'until', 'starts', 'contact'],
	waitlisted: ['page', 'place', 'contact'],
	declined: ['contact'],
	'offer reminder': ['course page', 'until', 'contact'],
	'offer lapsed': ['until', 'contact'],
	start: ['course page', 'starts', 'contact'],
	contact: ['link', 'contact'],
};
const ODD = {
	...ALL_PARAMS,
	page: "Courses/It's ''one'' & more/Applications/Zoë",
	'course page': 'Courses/R&D',
};

const HOSTILE = [
	'Zoë | }} [[x]] {{!}} = two',
	"'''Zoë''",
	'<!-- Zoë',
	'<nowiki>Zoë',
	'</bdi></div><pre>',
	'~~~~ ~~~~~',
	'__NOTOC__ __NOINDEX__',
	'{| class="x"',
	'[https://evil.example here] mailto:x@evil.example',
	'{{{user}}} {user} $1',
	'&lt;b&gt; &#60; &amp;',
	'* # : ; == x ==',
	'-{zh-hans:x}- RFC 1 ISBN 0-306-40615-2',
];

describe('the texts of notices, on a real wiki', () => {
	let wiki: Wiki;
	beforeAll(async () => {
		wiki = await startWiki();
	});
	afterAll(() => wiki.stop());

	async function render(wikitext: string): Promise<string> {
		const { parse } = await new ApiSession(wiki.apiUrl).post<Parsed>({
			action: 'parse',
			title: 'User talk:Zoë',
			text: `== Heading ==\n${wikitext} Signature`,
			contentmodel: 'wikitext',
			prop: 'text|templates|parsewarnings',
			disablelimitreport: true,
		});
		expect(parse).toMatchObject({ templates: [], parsewarnings: [] });
		return parse.text;
	}

	const texts = NOTICE_TEXTS.flatMap((name) => LANGUAGES.map((language) => ({ name, language })));

	it.each(texts)('$name in $language contains everything required', async ({ name, language }) => {
		const html = await render(renderNoticeBody(name, ODD, language));
		expectWhole(html);
		expect(html).toContain(`lang="${language}" dir="${directionOf(language)}"`);
		const text = textOfHtml(html);
		expect(text).toContain(ODD.user);
		expect(text).toContain(ODD.course);
		for (const parameter of SAYS[name]) {
			if (parameter === 'page' || parameter === 'course page')
				expect(decodeEntities(html)).toContain(`title="${ODD[parameter]} (page does not exist)"`);
			else if (parameter === 'link') expect(decodeEntities(html)).toContain(`href="${ODD.link}"`);
			else expect(text).toContain(ODD[parameter]);
		}
		if (name === 'offer reminder') expect(html).toMatch(/dir="[lr]t[lr]">\n<p><b>/);
		const plain = await render(renderNoticeBody(name, minimalParams(name), language));
		expectWhole(plain);
	});

	it.each(HOSTILE)('render as typed, above a signature: %s', async (value) => {
		const session = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
		const title = 'User talk:Zoë';
		for (const text of NOTICE_TEXTS) {
			const params = {
				...ALL_PARAMS,
				user: value,
				course: value,
				page: value,
				'course page': value,
				missing: value,
			};
			const { wikitext } = renderNoticeSection(planned(text, params), translateInto('en'));
			await session.edit({ title, text: wikitext });
			const { parse } = await session.post<Parsed>({
				action: 'parse',
				page: title,
				prop: 'text|templates|parsewarnings|properties',
				disablelimitreport: true,
			});
			expect(parse).toMatchObject({ templates: [], parsewarnings: [], properties: {} });
			// MediaWiki puts a no-break space before a colon or semicolon.
			const read = textOfHtml(parse.text).replace(/\u00a0/g, ' ');
			expect(read).toContain(`“${value}”`);
			expect(read).toMatch(new RegExp(`\\b${wikiAdmin.name} \\(talk\\) .*\\(UTC\\)\\s*$`));
			expect(read.match(/\(UTC\)/g)).toHaveLength(1);
			expect(read.split(value).length).toBeGreaterThan(text === 'incomplete' ? 4 : 3);
			expect(parse.text).toMatch(/<\/p>\n*<\/div> <p><a href="[^"]*" class="[^"]*" title="User:/);
			expect(parse.text).not.toMatch(/<pre|<table|<ul|<ol|<dl|href="mailto:x|class="error"/);
		}
	});
});

interface Parsed {
	readonly parse: { readonly text: string };
}

function expectWhole(html: string): void {
	expect(html).not.toMatch(/Template:|\[\[:|\{|class="error"|<pre|<p><br/);
	// With that of the signature.
	expect(html.split('<p>')).toHaveLength(5);
	expect(textOfHtml(html)).not.toMatch(/''|&#32;/);
}

function planned(text: NoticeText, params: Readonly<Record<string, string>>): PlannedNotice {
	return {
		course: 'iah',
		applicant: 7,
		kind: 'decision',
		about: 'accepted-12',
		to: { id: 7, name: 'Zoë' },
		text,
		language: 'en',
		params,
		page: 'Courses/One/Applications/Zoë',
		earliest: '2026-01-01T00:00:00Z',
		unreachable: null,
	};
}
