import { describe, expect, it } from 'vitest';
import { renderPages } from '../../../bot/render/renderPages.ts';
import { renderStatus } from '../../../bot/render/renderStatus.ts';
import { splitRows } from '../../../bot/render/splitRows.ts';
import { replaceStatusRegion, statusRegion } from '../../../shared/application/statusRegion.ts';
import {
	application,
	AT,
	cohort,
	evaluated,
	mixedCohort,
	programme,
	translate,
	wordingOf,
} from './cohort.ts';

const render = (applications: ReturnType<typeof cohort>, at = AT) =>
	renderStatus(programme, evaluated(programme, applications), at, wordingOf());
const rowsOf = (text: string) => text.match(/\{\{WikiLearn status\/row/g)?.length ?? 0;

describe('the status pages', () => {
	it('say the same about the same, in any order and at any time of a phase', () => {
		const pages = render(mixedCohort(60));
		expect(render([...mixedCohort(60)].reverse())).toEqual(pages);
		expect(render(mixedCohort(60), '2021-01-12T18:00:00Z')).toEqual(pages);
		expect(render(mixedCohort(60), '2021-01-20T12:00:00Z')).not.toEqual(pages);
	});

	it('have a word for everything', () => {
		expect(render(mixedCohort(60)).join('\n')).not.toContain('⧼');
		expect(render([]).join('\n')).not.toContain('⧼');
	});

	it('stay as they are while an applicant goes on editing', () => {
		const [one] = cohort(1);
		const more = structuredClone(one);
		for (const { evidence } of more?.eligibility.requirements ?? [])
			for (const fact of evidence) if (fact.kind === 'edits') Object.assign(fact, { count: 4999 });
		expect(render(more ? [more] : [])).toEqual(render(cohort(1)));
	});

	it('show those that need someone apart from the rest', () => {
		const [page = ''] = render([application(0), application(2, { late: true })]);
		const [before = '', after = ''] = page.split('caption=Applications|');
		expect(before).toContain('User 2');
		expect(before).toContain('why=came after the end');
		expect(before).not.toContain('User 0');
		expect(after).toContain('User 0');
	});

	it('show names and answers as they are, whatever they are', () => {
		const hostile = "''x'' & }} |~~~~";
		const [page = ''] = render([
			application(0, { applicant: { id: 1, name: hostile }, title: `Page/${hostile}` }),
		]);
		expect(page).not.toContain(hostile);
		expect(replaceStatusRegion(statusRegion(''), page)).toMatchObject({ done: true });
	});
});

describe('the parts of a long status page', () => {
	it('hold every application once, and not too many', () => {
		const pages = render(cohort(10_000));
		expect(pages.map(rowsOf).reduce((a, b) => a + b)).toBe(10_000);
		expect(Math.max(...pages.map(rowsOf))).toBeLessThanOrEqual(400);
		expect(pages.length).toBeLessThan(60);
	});

	it('change only where something changed, and the first with its figures', () => {
		const all = cohort(2000);
		const pages = render(all);
		const changed = (other: readonly string[]) =>
			pages.flatMap((page, index) => (page === other[index] ? [] : [index]));
		const last = pages.length - 1;
		expect(changed(render([...all, application(2000)]))).toEqual([0, last]);
		const accepted = render(
			all.map((one, index) => (index === 700 ? application(700, { state: 'accepted' }) : one)),
		);
		expect(changed(accepted)).toHaveLength(2);
	});

	it('stay as they are where an application of another one vanishes', () => {
		const ids = Array.from({ length: 3000 }, (_, index) => 1000 + index * 3);
		const parts = splitRows(ids, (id) => id);
		const tried = ids.filter((_, index) => index % 10 === 0);
		const differing = tried.map((gone) => {
			const without = splitRows(
				ids.filter((id) => id !== gone),
				(id) => id,
			);
			return parts.filter((part) => !without.some((other) => String(other) === String(part))).length;
		});
		const alone = differing.filter((count) => count === 1).length;
		expect(alone / tried.length).toBeGreaterThan(0.95);
	});

	it('leave no old part behind', () => {
		const titles = renderPages(programme, evaluated(programme, cohort(10)), AT, translate).filter(
			({ onlyIfThere, title }) => onlyIfThere && title.includes('/Status'),
		);
		expect(titles.map(({ title }) => title)).toEqual([`${programme.root}/Status/2`]);
	});
});
