import { describe, expect, it } from 'vitest';
import { fitSummary, plainSummary, statusSummary } from '../../../bot/render/summary.ts';
import { readAction, splitMark } from '../../../shared/actions/mark.ts';
import { application, evaluated, mixedCohort, programme, translate } from './cohort.ts';

describe('the summary of an edit of the status page', () => {
	const of = (applications: ReturnType<typeof mixedCohort>, whole = programme) =>
		statusSummary(evaluated(whole, applications), whole.language, translate);

	it('tells the figures of each course, by what was announced', () => {
		const accepted = application(0, { state: 'accepted' });
		const decided = application(2, { state: 'received', decidedState: 'accepted' });
		expect(of([accepted, decided, application(1)])).toBe(
			'Identifying and Addressing Harassment Online: 2 applications, 1 of 40 seats taken; ' +
				'Partnership Building: 1 application, 0 of 40 seats taken',
		);
	});

	it('names nobody', () => {
		expect(of(mixedCohort(60))).not.toMatch(/User \d/);
	});

	it('fits, and is no mark and no link, whatever courses are called', () => {
		const title = `wikilearn:release/iah/1/${'0'.repeat(32)}/abcdefgh [[x]] {{y}} /* z */ ${'ü𝔉'.repeat(400)}`;
		const courses = programme.courses.map((course) => ({ ...course, title }));
		const summary = of(mixedCohort(10), { ...programme, courses });
		expect(Array.from(summary).length).toBeLessThanOrEqual(500);
		expect(splitMark(summary).kind).toBe('none');
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
		expect(plainSummary(text)).toBe(plain);
	});

	it('is cut where MediaWiki would cut it, between characters', () => {
		expect(fitSummary('Short')).toBe('Short');
		const long = fitSummary('😀'.repeat(600));
		expect(Array.from(long)).toHaveLength(500);
		expect(long).toMatch(/^(?:😀)+…$/u);
	});
});
