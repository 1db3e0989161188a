import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderNoticeBody, renderNoticeSection } from '../../../bot/render/notices/renderNotice.ts';
import { NOTICE_TEXTS, type NoticeText } from '../../../bot/plan/plannedNotice.ts';
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
import { ALL_PARAMS, minimalParams, LANGUAGES } from './noticeParams.ts';

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
	it('exist in every language', () => {
		const folder = new URL('../../../bot/render/notices/texts/', import.meta.url);
		expect(readdirSync(folder).sort()).toEqual(LANGUAGES.map((code) => `${code}.json`).sort());
	});

	it.each(LANGUAGES)('have the same keys and placeholders in %s', (language) => {
		const messages = files[language] ?? {};
		expect(Object.keys(messages)).toEqual(Object.keys(en));
		for (const [key, text] of Object.entries(en))
			expect(placeholders(messages[key] ?? ''), key).toEqual(placeholders(text));
	});

	it.each(LANGUAGES)('use no page of the wiki and no comments in %s', (language) => {
		for (const [key, message] of Object.entries(files[language] ?? {})) {
			expect(message, key).not.toMatch(/\{\{|\}\}|[[\]<>~#_]|\n|&(?!nbsp;)/);
			expect((message.match(/'''/g) ?? []).length % 2, key).toBe(0);
			if (key !== 'separator') expect(message.trim(), key).not.toBe('');
		}
	});
});

const texts = NOTICE_TEXTS.flatMap((text) => LANGUAGES.map((language) => [text, language] as const));

describe('a notice', () => {
	it.each(texts)('%s in %s is complete with all parameters and with the fewest', (text, language) => {
		for (const params of [ALL_PARAMS, minimalParams(text)]) {
			const body = renderNoticeBody(text, params, language);
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

	it.each(texts)('%s in %s includes every parameter', (text, language) => {
		const body = renderNoticeBody(text, ALL_PARAMS, language);
		for (const [name, value] of Object.entries(saidBy[text])) expect(body, name).toContain(value);
	});

	it('asks for confirmation of an acceptance with an offer', () => {
		expect(renderNoticeBody('accepted', ALL_PARAMS, 'en')).toContain('Please confirm your seat');
		expect(renderNoticeBody('accepted', ALL_PARAMS, 'en')).not.toContain('is reserved');
		expect(renderNoticeBody('accepted', { ...ALL_PARAMS, until: '' }, 'en')).toContain(
			'Your seat is reserved.',
		);
	});

	it('mentions a correction, promotion or place only when there is one', () => {
		const sorry = 'This message corrects what we told you before';
		for (const text of ['accepted', 'waitlisted', 'declined'] as const) {
			expect(renderNoticeBody(text, ALL_PARAMS, 'en')).toContain(
				`\n\n${sorry}, and we are sorry for the confusion. `,
			);
			expect(renderNoticeBody(text, { ...ALL_PARAMS, correction: '' }, 'en')).not.toContain(sorry);
		}
		expect(renderNoticeBody('accepted', ALL_PARAMS, 'en')).toContain(
			'confusion. A seat has become available. We are',
		);
		expect(renderNoticeBody('accepted', minimalParams('accepted'), 'en')).not.toContain('become available');
		expect(renderNoticeBody('waitlisted', minimalParams('waitlisted'), 'en')).toContain(
			'you are on the waitlist.',
		);
	});

	it.each([
		['pt-br', 'pt'],
		['de-at', 'de'],
		['hi', 'en'],
		['constructor', 'en'],
		['', 'en'],
		['"><b>', 'en'],
	])('for reader language %j is in %s', (requested, language) => {
		expect(renderNoticeBody('receipt', ALL_PARAMS, requested)).toBe(
			renderNoticeBody('receipt', ALL_PARAMS, language),
		);
	});
});

const coursePage = '[[:Courses/One|';
const page = '[[:Courses/One/Applications/Ana|';
const { closes, notify, starts, until, place, missing } = ALL_PARAMS;
const saidBy: Readonly<Record<NoticeText, Readonly<Record<string, string>>>> = {
	receipt: { coursePage, page, closes, notify },
	incomplete: { coursePage, page, closes, missing },
	accepted: { coursePage, page, until, starts },
	waitlisted: { page, place: `<bdi>${place}</bdi>` },
	declined: {},
	'offer reminder': { coursePage, until },
	'offer lapsed': { until },
	start: { coursePage, starts },
	contact: { link: `<span class="plainlinks">[${ALL_PARAMS.link} ` },
};

describe('parameters of a notice', () => {
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
	it.each(hostile)('are never parsed as markup: %j', (value) => {
		const params = Object.fromEntries(Object.keys(ALL_PARAMS).map((name) => [name, value]));
		for (const text of NOTICE_TEXTS) {
			const body = renderNoticeBody(text, params, 'en').replace(/\[\[:[^[\]|]+\|[^[\]|]+\]\]/g, 'a link');
			expect(body).not.toMatch(/[{}]|<!--|<nowiki>|<pre>|~~~|__|\[|'{4}/);
			expect(body.split('\n')).toHaveLength(7);
			expect(body.match(/<bdi>/g)?.length).toBe(body.match(/<\/bdi>/g)?.length);
			expect(body.match(/<\/div>/g)).toHaveLength(1);
		}
	});

	it.each(['A|B', 'A]]', 'A#B', 'A<b', 'A~~~~', 'A\nB', '', ' '])(
		'are not linked as a title: %j',
		(title) => {
			expect(renderNoticeBody('receipt', { ...ALL_PARAMS, page: title }, 'en')).toContain(
				': your application has',
			);
		},
	);

	it.each(["It's ''so''", 'R&D', 'Ärger: über/Größe', 'A__TOC__b'])('are linked as a title: %j', (title) => {
		const body = renderNoticeBody('receipt', { ...ALL_PARAMS, page: title }, 'en');
		expect(body).toMatch(/: \[\[:[^|\]]+\|your application\]\] has/);
		expect(body).not.toMatch(/[^']''[^']|__/);
	});

	it.each(['team', 'a b@example.org', 'a@b', 'a@example.org]x', '__NOTOC__@example.org', 'a__b@example.org'])(
		'are not linked as an email address: %j',
		(contact) => {
			expect(renderNoticeBody('declined', { ...ALL_PARAMS, contact }, 'en')).not.toContain('mailto:');
		},
	);

	it.each(['javascript:alert(1)', 'https://x.example/ y', '//x.example', 'https://x.example/]', ''])(
		'are not linked as a URL: %j',
		(link) => {
			const body = renderNoticeBody('contact', { ...ALL_PARAMS, link }, 'en');
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
		unreachable: null,
		params: { ...ALL_PARAMS, course: '== A ==' },
	} as const;

	it('has a heading, the text, and a signature after closing all open markup', () => {
		const { wikitext } = renderNoticeSection(notice, translateInto('en'));
		const [heading, ...rest] = wikitext.split('\n');
		expect(heading).toBe('== About your application for “== A ==” ==');
		expect(rest.join('\n')).toBe(`${renderNoticeBody('accepted', notice.params, 'pt')} ~~~~`);
	});

	it('contains the team’s own text unchanged, followed by the signature', () => {
		const body = "A '''[[link]]'''.\n* One\n* Two";
		const message = { ...notice, kind: 'message', text: 'message', about: '77', body } as const;
		const { wikitext } = renderNoticeSection(message, translateInto('en'));
		expect(wikitext).toBe(`== News about “== A ==” ==\n${body}\n\n~~~~`);
	});

	it.each([
		'A long title '.repeat(100),
		'wikilearn:notice/iah/8/receipt',
		'[[x]] {{y}} /* z */',
		'😀'.repeat(600),
	])('starts its summary with the mark, whatever the course name: %#', (course) => {
		const { summary } = renderNoticeSection(
			{ ...notice, params: { ...ALL_PARAMS, course } },
			translateInto('en'),
		);
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
