import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noticeBody, noticeSection } from '../../../bot/render/notices/noticeText.ts';
import { noticeTexts, type NoticeText } from '../../../bot/plan/plannedNotice.ts';
import ar from '../../../bot/render/notices/texts/ar.json' with { type: 'json' };
import de from '../../../bot/render/notices/texts/de.json' with { type: 'json' };
import en from '../../../bot/render/notices/texts/en.json' with { type: 'json' };
import es from '../../../bot/render/notices/texts/es.json' with { type: 'json' };
import fr from '../../../bot/render/notices/texts/fr.json' with { type: 'json' };
import pt from '../../../bot/render/notices/texts/pt.json' with { type: 'json' };
import ru from '../../../bot/render/notices/texts/ru.json' with { type: 'json' };
import zhHans from '../../../bot/render/notices/texts/zh-hans.json' with { type: 'json' };
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { readNoticeMark } from '../../../shared/notices/notice.ts';
import { allParams, fewestParams, LANGUAGES } from './noticeParams.ts';

const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	ar,
	de,
	en,
	es,
	fr,
	pt,
	ru,
	'zh-hans': zhHans,
};

/** Of a message: what is filled in, without labels. */
function placeholders(message: string): readonly string[] {
	return [...message.matchAll(/\{([^{|}]+)(\|)?[^{}]*\}/g)]
		.map(([, name = '', label = '']) => name + label)
		.sort();
}

describe('the messages of notices', () => {
	it('are those of every language', () => {
		const folder = new URL('../../../bot/render/notices/texts/', import.meta.url);
		expect(readdirSync(folder).sort()).toEqual(LANGUAGES.map((code) => `${code}.json`).sort());
	});

	it.each(LANGUAGES)('have the same keys and placeholders in %s', (language) => {
		const messages = files[language] ?? {};
		expect(Object.keys(messages)).toEqual(Object.keys(en));
		for (const [key, text] of Object.entries(en))
			expect(placeholders(messages[key] ?? ''), key).toEqual(placeholders(text));
	});

	it.each(LANGUAGES)('depend on no page of the wiki, and hold no comment, in %s', (language) => {
		for (const [key, message] of Object.entries(files[language] ?? {})) {
			expect(message, key).not.toMatch(/\{\{|\}\}|[[\]<>~#_]|\n|&(?!nbsp;)/);
			expect((message.match(/'''/g) ?? []).length % 2, key).toBe(0);
			if (key !== 'separator') expect(message.trim(), key).not.toBe('');
		}
	});
});

const texts = noticeTexts.flatMap((text) => LANGUAGES.map((language) => [text, language] as const));

describe('a notice', () => {
	it.each(texts)('%s in %s is whole with all that can be said, and with the least', (text, language) => {
		for (const params of [allParams, fewestParams(text)]) {
			const body = noticeBody(text, params, language);
			const dir = language === 'ar' ? 'rtl' : 'ltr';
			expect(body).toMatch(
				new RegExp(
					`^<div class="wikilearn-notice mw-content-${dir}" lang="${language}" dir="${dir}">\\n[^]*\\n</div>$`,
				),
			);
			expect(body.split('\n\n')).toHaveLength(3);
			expect(body).not.toMatch(/[{}]|<!--|undefined|<bdi><\/bdi>| {2}|&#32;/);
			expect(body.replace(/^<div[^>]*>|<\/div>$/g, '')).not.toMatch(/<\/?div/);
			expect(body).toContain('<bdi>Ana</bdi>');
			expect(body).toContain("'''<bdi>A course</bdi>'''");
			expect(body).toContain('[mailto:team@example.org team@example.org]');
		}
	});

	it.each(texts)('%s in %s says each thing that it is given', (text, language) => {
		const body = noticeBody(text, allParams, language);
		for (const [name, value] of Object.entries(saidBy[text])) expect(body, name).toContain(value);
	});

	it('of an acceptance asks for a confirmation where there is an offer', () => {
		expect(noticeBody('accepted', allParams, 'en')).toContain('Please confirm your seat');
		expect(noticeBody('accepted', allParams, 'en')).not.toContain('is reserved');
		expect(noticeBody('accepted', { ...allParams, until: '' }, 'en')).toContain('Your seat is reserved.');
	});

	it('corrects, promotes and tells a place only where that is so', () => {
		const sorry = 'This message corrects what we told you before';
		for (const text of ['accepted', 'waitlisted', 'declined'] as const) {
			expect(noticeBody(text, allParams, 'en')).toContain(
				`\n\n${sorry}, and we are sorry for the confusion. `,
			);
			expect(noticeBody(text, { ...allParams, correction: '' }, 'en')).not.toContain(sorry);
		}
		expect(noticeBody('accepted', allParams, 'en')).toContain(
			'confusion. A seat has become available. We are',
		);
		expect(noticeBody('accepted', fewestParams('accepted'), 'en')).not.toContain('become available');
		expect(noticeBody('waitlisted', fewestParams('waitlisted'), 'en')).toContain('you are on the waitlist.');
	});

	it.each([
		['pt-br', 'pt'],
		['de-at', 'de'],
		['hi', 'en'],
		['constructor', 'en'],
		['', 'en'],
		['"><b>', 'en'],
	])('in %j is in %s', (wanted, language) => {
		expect(noticeBody('receipt', allParams, wanted)).toBe(noticeBody('receipt', allParams, language));
	});
});

const coursePage = '[[:Courses/One|';
const page = '[[:Courses/One/Applications/Ana|';
const { closes, notify, starts, until, place, missing } = allParams;
const saidBy: Readonly<Record<NoticeText, Readonly<Record<string, string>>>> = {
	receipt: { coursePage, page, closes, notify },
	incomplete: { coursePage, page, closes, missing },
	accepted: { coursePage, page, until, starts },
	waitlisted: { page, place: `<bdi>${place}</bdi>` },
	declined: {},
	'offer reminder': { coursePage, until },
	'offer lapsed': { until },
	start: { coursePage, starts },
	contact: { link: `<span class="plainlinks">[${allParams.link} ` },
};

describe('what is filled in', () => {
	const hostile = [
		'{{Template}}',
		'{{{user}}}',
		'{user}',
		'$& $1',
		'</bdi></div><!--',
		'<nowiki>',
		'<pre>',
		"'''''",
		'~~~~',
		'__NOTOC__',
		'[[File:X.png]]',
		'{|\n| x',
		'a\n\n== b ==\n* c',
		'-{zh:x}-',
		'\u007f\u0001',
	];
	it.each(hostile)('never acts: %j', (value) => {
		const params = Object.fromEntries(Object.keys(allParams).map((name) => [name, value]));
		for (const text of noticeTexts) {
			const body = noticeBody(text, params, 'en').replace(/\[\[:[^[\]|]+\|[^[\]|]+\]\]/g, 'a link');
			expect(body).not.toMatch(/[{}]|<!--|<nowiki>|<pre>|~~~|__|\[|'{4}/);
			expect(body.split('\n')).toHaveLength(7);
			expect(body.match(/<bdi>/g)?.length).toBe(body.match(/<\/bdi>/g)?.length);
			expect(body.match(/<\/div>/g)).toHaveLength(1);
		}
	});

	it.each(['A|B', 'A]]', 'A#B', 'A<b', 'A~~~~', 'A\nB', '', ' '])('does not link to %j', (title) => {
		expect(noticeBody('receipt', { ...allParams, page: title }, 'en')).toContain(': your application has');
	});

	it.each(["It's ''so''", 'R&D', 'Ärger: über/Größe', 'A__TOC__b'])('links to %j', (title) => {
		const body = noticeBody('receipt', { ...allParams, page: title }, 'en');
		expect(body).toMatch(/: \[\[:[^|\]]+\|your application\]\] has/);
		expect(body).not.toMatch(/[^']''[^']|__/);
	});

	it.each(['team', 'a b@example.org', 'a@b', 'a@example.org]x', '__NOTOC__@example.org', 'a__b@example.org'])(
		'writes no mail to %j',
		(contact) => {
			expect(noticeBody('declined', { ...allParams, contact }, 'en')).not.toContain('mailto:');
		},
	);

	it.each(['javascript:alert(1)', 'https://x.example/ y', '//x.example', 'https://x.example/]', ''])(
		'does not link to the address %j',
		(link) => {
			const body = noticeBody('contact', { ...allParams, link }, 'en');
			expect(body).toContain("'''Please send us your address'''");
		},
	);
});

describe('the section of a notice', () => {
	const notice = {
		course: 'iah',
		applicant: 7,
		kind: 'decision',
		about: 'accepted-12',
		to: { id: 7, name: 'Ana' },
		text: 'accepted',
		language: 'pt-br',
		page: 'Courses/One/Applications/Ana',
		earliest: '2026-01-01T00:00:00Z',
		barred: null,
		params: { ...allParams, course: '== A ==' },
	} as const;

	it('has a heading, the text, and a signature after all that is open is closed', () => {
		const { wikitext } = noticeSection(notice, translateInto('en'));
		const [heading, ...rest] = wikitext.split('\n');
		expect(heading).toBe('== About your application for “== A ==” ==');
		expect(rest.join('\n')).toBe(`${noticeBody('accepted', notice.params, 'pt')} ~~~~`);
	});

	it('has the team’s own text as it is written, and the signature below it', () => {
		const body = "A '''[[link]]'''.\n* One\n* Two";
		const message = { ...notice, kind: 'message', text: 'message', about: '77', body } as const;
		const { wikitext } = noticeSection(message, translateInto('en'));
		expect(wikitext).toBe(`== News about “== A ==” ==\n${body}\n\n~~~~`);
	});

	it.each([
		'A long title '.repeat(100),
		'wikilearn:notice/iah/8/receipt',
		'[[x]] {{y}} /* z */',
		'😀'.repeat(600),
	])('begins its summary with the mark, whatever the course is called: %#', (course) => {
		const { summary } = noticeSection({ ...notice, params: { ...allParams, course } }, translateInto('en'));
		expect(summary.startsWith('wikilearn:notice/iah/7/decision/accepted-12 ')).toBe(true);
		expect(Array.from(summary).length).toBeLessThanOrEqual(500);
		expect(readNoticeMark(summary)).toEqual({
			course: 'iah',
			applicant: 7,
			kind: 'decision',
			about: 'accepted-12',
		});
		expect(summary).not.toMatch(/\[\[|\{\{|\/\*/);
	});
});
