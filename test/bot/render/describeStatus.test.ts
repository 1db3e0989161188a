import { describe, expect, it } from 'vitest';
import { renderStatus } from '../../../bot/render/renderStatus.ts';
import { describeStatus } from '../../../bot/render/summary/describeStatus.ts';
import { fitSummary } from '../../../bot/render/summary/fitSummary.ts';
import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import type { State } from '../../../shared/rules/status.ts';
import { application, AT, cohort, programme, translate } from './cohort.ts';

const small = { ...programme, courses: programme.courses.slice(0, 1) };
/** Applications for the first course only. */
const some = (count: number, state: State = 'received'): readonly AssessedApplication[] =>
	Array.from({ length: count }, (_, index) =>
		application(index * 2, { state, title: `P/User ${index * 2}` }),
	);
const page = (applications: readonly AssessedApplication[], at = AT, whole = small) =>
	renderStatus(whole, applications, at, translate)[0] ?? '';
const summary = (before: string, after: string, whole = small) =>
	describeStatus(whole, translate)(before, after);
const state = (list: readonly AssessedApplication[], index: number, to: State) =>
	list.map((one, at) => (at === index ? { ...one, state: to } : one));

describe('the summary of an edit of the status page', () => {
	it('names new applications, new states and the seats', () => {
		const after = state(some(5), 0, 'accepted');
		expect(summary(page(some(3)), page(after))).toEqual({
			summary:
				'+2 applications ([[:P/User 6|User 6]], [[:P/User 8|User 8]]); [[:P/User 0|User 0]] accepted; 1 of 40 seats',
			minor: false,
		});
	});

	it('names those that are gone', () => {
		expect(summary(page(some(3)), page(some(2))).summary).toBe(
			'−1 application ([[:P/User 4|User 4]]); 0 of 40 seats',
		);
	});

	it('tells the phase and the requirement check', () => {
		expect(summary(page(some(2)), page(some(2), '2021-01-16T00:00:00Z')).summary).toBe(
			'applications: closed',
		);
		const [one, two] = some(2);
		const other = one ? { ...one, eligibility: { ...one.eligibility, verdict: 'unknown' as const } } : one;
		expect(summary(page(some(2)), page([other, two].flatMap((it) => it ?? []))).summary).toBe(
			'requirement check of [[:P/User 0|User 0]]',
		);
	});

	it('names the course where there are several', () => {
		expect(
			summary(page(cohort(2), AT, programme), page(cohort(3), AT, programme), programme).summary,
		).toMatch(
			/^Identifying and Addressing Harassment Online: \+1 application \(\[\[:.*User 2\|User 2\]\]\); 0 of 40 seats$/,
		);
	});

	it('is minor only where readers see no difference', () => {
		const before = page(some(2));
		expect(summary(before, before.replace('|key=received', '|key=received '))).toMatchObject({ minor: true });
		expect(summary(before, before.replace('|key=received', '|other=1'))).toMatchObject({ minor: false });
		expect(summary(before, `${before}\n<!-- -->\nMore`)).toEqual({
			summary: 'figures brought up to date',
			minor: false,
		});
	});

	it('counts what came on other parts of a long page', () => {
		const all = cohort(1500);
		const [before = '', after = ''] = [all, [...all, application(1500)]].map(
			(list) => renderStatus(programme, list, AT, translate)[0],
		);
		expect(summary(before, after, programme).summary).toBe(
			'Identifying and Addressing Harassment Online: +1 application; 0 of 40 seats',
		);
	});

	it('fits, whatever happened, and cuts neither links nor names', () => {
		for (const count of [1, 5, 6, 7, 40, 300]) {
			const long = some(count).map((one) => ({
				...one,
				title: `A long title of a course page/Applications/${'ünï 𝔉'.repeat(12)}${one.added.revid}`,
				applicant: { id: 1, name: `${'ünï 𝔉'.repeat(12)}${one.added.revid}` },
			}));
			const { summary: text } = summary('', page(long));
			expect(Array.from(text).length).toBeLessThanOrEqual(500);
			expect(text.split('[[').length).toBe(text.split(']]').length);
			expect(text).toContain(`+${count} application`);
		}
	});

	it('leaves out whole parts where even numbers do not fit', () => {
		const parts = Array.from({ length: 60 }, (_, index) => `part number ${index}`);
		const cut = fitSummary([parts], (text) => `${text}…`);
		expect(Array.from(cut).length).toBeLessThanOrEqual(500);
		expect(cut).toMatch(/part number \d+…$/);
	});

	it('survives what people did to the region', () => {
		for (const before of ['{{WikiLearn status/row|id=', '{{WikiLearn status}}', '}}{{{', '<!--'])
			expect(summary(before, page(some(1))).summary).toContain('+1 application');
	});
});
