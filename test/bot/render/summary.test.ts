import { describe, expect, it } from 'vitest';
import { truncateSummary, escapeSummary, renderStatusSummary } from '../../../bot/render/text/summary.ts';
import { readAction, readMark } from '../../../shared/actions/mark.ts';
import { createApplication, evaluateCourses, createMixedCohort, programme, translate } from './cohort.ts';

describe('the edit summary of the status page', () => {
	const of = (applications: ReturnType<typeof createMixedCohort>, whole = programme) =>
		renderStatusSummary(evaluateCourses(whole, applications), whole.language, translate);

	it('contains the statistics of each course, by announced status', () => {
		const accepted = createApplication(0, { state: 'accepted' });
		const decided = createApplication(2, { state: 'received', decidedState: 'accepted' });
		expect(of([accepted, decided, createApplication(1)])).toBe(
			'Identifying and Addressing Harassment Online: 2 applications, 1 of 40 seats taken; ' +
				'Partnership Building: 1 application, 0 of 40 seats taken',
		);
	});

	it('names nobody', () => {
		expect(of(createMixedCohort(60))).not.toMatch(/User \d/);
	});

	it('fits, and is never a mark or link, whatever the course names', () => {
		const title = `wikilearn:release/iah/1/${'0'.repeat(32)}/abcdefgh [[x]] {{y}} /* z */ ${'ü𝔉'.repeat(400)}`;
		const courses = programme.courses.map((course) => ({ ...course, title }));
		const summary = of(createMixedCohort(10), { ...programme, courses });
		expect(Array.from(summary).length).toBeLessThanOrEqual(500);
		expect(readMark(summary).kind).toBe('none');
		expect(readAction(summary)).toBeNull();
		expect(summary).not.toMatch(/\[\[|\{\{|\/\*|\*\//);
	});
});

describe('a name in a summary', () => {
	it.each([
		['[[Link]]', '[\u2060[Link]\u2060]'],
		['{{template}}', '{\u2060{template}\u2060}'],
		['/* section */', '/\u2060* section *\u2060/'],
		['wikilearn:decide/iah', 'wikilearn\u2060:decide/iah'],
		['WikiLearn:decide/iah', 'wikilearn\u2060:decide/iah'],
		['two\nlines\t here', 'two lines here'],
		['Zoë [1]', 'Zoë [1]'],
	])('%s', (text, plain) => {
		expect(escapeSummary(text)).toBe(plain);
	});

	it('is truncated where MediaWiki would, between characters', () => {
		expect(truncateSummary('Short')).toBe('Short');
		const long = truncateSummary('😀'.repeat(600));
		expect(Array.from(long)).toHaveLength(500);
		expect(long).toMatch(/^(?:😀)+…$/u);
	});
});
