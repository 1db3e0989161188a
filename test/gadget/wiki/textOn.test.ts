import { expect, it } from 'vitest';
import { findApplication, textOn } from '../../../gadget/wiki/textOn.ts';
import type { Application } from '../../../shared/application/application.ts';

const application: Application = {
	course: 'iah',
	answers: { motivation: 'new' },
	email: 'sent',
};
const page = {
	kind: 'page',
	title: 'T',
	revid: 1,
	text: 'Before\n{{WikiLearn application\n| course = iah\n| motivation = old\n| use = gone\n| older = stays\n}}\nReviewed.',
} as const;

it('changes one’s own page and leaves what is around, and answers to questions that are no more', () => {
	const text = textOn({ ...page, mine: true }, application, ['motivation', 'use']);
	expect(text).toMatch(/^Before\n[^]*\nReviewed\.$/);
	expect(findApplication(text, 'iah')?.application.answers).toEqual({ motivation: 'new', older: 'stays' });
});

it.each([
	'',
	'Hi {{x|y}}\n',
	'== A ==\n* b\n',
	'<!-- {{WikiLearn application}} -->',
	'{{Broken|\n',
	'<nowiki>{{</nowiki> é e\u0301\n',
])('keeps everything around the call, whatever stands in it: %s', (around) => {
	const odd = '| a&b = x\n| dup = 1\n| dup = 2\n| withdrawn = yes\n| 1 = a {{b|c=d}} <!-- c -->\n||';
	const call = `{{WikiLearn application\n|Course= iah| motivation = old${odd}}}`;
	const text = textOn({ ...page, text: around + call + around, mine: true }, application, ['motivation']);
	expect(text.startsWith(`${around}{{WikiLearn application\n`)).toBe(true);
	expect(text.endsWith(`\n}}${around}`)).toBe(true);
	const kept = { motivation: 'new', dup: '2', 1: 'a {{b|c=d}}' };
	expect(findApplication(text, 'iah')?.application).toEqual({ ...application, answers: kept });
	expect(textOn({ ...page, text, mine: true }, application, ['motivation'])).toBe(text);
});

it('takes nothing over from a page that somebody else made', () => {
	const text = textOn({ ...page, mine: false }, application, ['motivation', 'use']);
	expect(text).not.toContain('Before');
	expect(findApplication(text, 'iah')?.application).toEqual(application);
	expect(text).toBe(textOn({ kind: 'new' }, application, []));
});

it('says in which language the applicant reads, on a new page and on an old one', () => {
	const inFrench = { ...application, language: 'fr' };
	expect(textOn({ kind: 'new' }, inFrench, [])).toContain('| interface language = fr\n');
	const changed = textOn({ ...page, mine: true }, inFrench, ['motivation', 'use']);
	expect(findApplication(changed, 'iah')?.application.language).toBe('fr');
	const again = textOn({ ...page, text: changed, mine: true }, inFrench, ['motivation', 'use']);
	expect(again).toBe(changed);
	const inArabic = textOn({ ...page, text: changed, mine: true }, { ...inFrench, language: 'ar' }, []);
	expect(inArabic.match(/interface language/g)).toHaveLength(1);
	expect(findApplication(inArabic, 'iah')?.application.language).toBe('ar');
});
