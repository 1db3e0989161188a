import { expect, it } from 'vitest';
import { findApplication, renderApplicationPage } from '../../../gadget/wiki/applicationPage.ts';
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

it('edits one’s own page, keeping the text around it and answers to removed questions', () => {
	const text = renderApplicationPage({ ...page, isOwn: true }, application, ['motivation', 'use']);
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
])('keeps everything around the call: %s', (around) => {
	const odd = '| a&b = x\n| dup = 1\n| dup = 2\n| withdrawn = yes\n| 1 = a {{b|c=d}} <!-- c -->\n||';
	const call = `{{WikiLearn application\n|Course= iah| motivation = old${odd}}}`;
	const text = renderApplicationPage({ ...page, text: around + call + around, isOwn: true }, application, [
		'motivation',
	]);
	expect(text.startsWith(`${around}{{WikiLearn application\n`)).toBe(true);
	expect(text.endsWith(`\n}}${around}`)).toBe(true);
	const expectedAnswers = { motivation: 'new', dup: '2', 1: 'a {{b|c=d}}' };
	expect(findApplication(text, 'iah')?.application).toEqual({ ...application, answers: expectedAnswers });
	expect(renderApplicationPage({ ...page, text, isOwn: true }, application, ['motivation'])).toBe(text);
});

it('copies nothing from a page created by somebody else', () => {
	const text = renderApplicationPage({ ...page, isOwn: false }, application, ['motivation', 'use']);
	expect(text).not.toContain('Before');
	expect(findApplication(text, 'iah')?.application).toEqual(application);
	expect(text).toBe(renderApplicationPage({ kind: 'new' }, application, []));
});

it('records the applicant’s language on new and existing pages', () => {
	const inFrench = { ...application, language: 'fr' };
	expect(renderApplicationPage({ kind: 'new' }, inFrench, [])).toContain('| interface language = fr\n');
	const changed = renderApplicationPage({ ...page, isOwn: true }, inFrench, ['motivation', 'use']);
	expect(findApplication(changed, 'iah')?.application.language).toBe('fr');
	const again = renderApplicationPage({ ...page, text: changed, isOwn: true }, inFrench, [
		'motivation',
		'use',
	]);
	expect(again).toBe(changed);
	const inArabic = renderApplicationPage(
		{ ...page, text: changed, isOwn: true },
		{ ...inFrench, language: 'ar' },
		[],
	);
	expect(inArabic.match(/interface language/g)).toHaveLength(1);
	expect(findApplication(inArabic, 'iah')?.application.language).toBe('ar');
});
