import { describe, expect, it } from 'vitest';
import { renderPages } from '../../../bot/render/renderPages.ts';
import { renderStatus } from '../../../bot/render/renderStatus.ts';
import { splitRows } from '../../../bot/render/splitRows.ts';
import { replaceStatusRegion, writeStatusRegion } from '../../../shared/application/statusRegion.ts';
import {
	createApplication,
	NOW,
	createCohort,
	evaluateCourses,
	createMixedCohort,
	programme,
	translate,
	wordingOf,
} from './cohort.ts';

const render = (applications: ReturnType<typeof createCohort>, at = NOW) =>
	renderStatus(programme, evaluateCourses(programme, applications), at, wordingOf());
const rowsOf = (text: string) => text.match(/\{\{WikiLearn status\/row/g)?.length ?? 0;

describe('the status pages', () => {
	it('are deterministic, in any input order and at any time of a phase', () => {
		const pages = render(createMixedCohort(60));
		expect(render([...createMixedCohort(60)].reverse())).toEqual(pages);
		expect(render(createMixedCohort(60), '2021-01-12T18:00:00Z')).toEqual(pages);
		expect(render(createMixedCohort(60), '2021-01-20T12:00:00Z')).not.toEqual(pages);
	});

	it('have a message for everything', () => {
		expect(render(createMixedCohort(60)).join('\n')).not.toContain('⧼');
		expect(render([]).join('\n')).not.toContain('⧼');
	});

	it('do not change while an applicant keeps editing', () => {
		const [first] = createCohort(1);
		const more = structuredClone(first);
		for (const { evidence } of more?.eligibility.requirements ?? [])
			for (const fact of evidence) if (fact.kind === 'edits') Object.assign(fact, { count: 4999 });
		expect(render(more ? [more] : [])).toEqual(render(createCohort(1)));
	});

	it('list applications that need review separately', () => {
		const [page = ''] = render([createApplication(0), createApplication(2, { isLate: true })]);
		const [before = '', after = ''] = page.split('caption=Applications|');
		expect(before).toContain('User 2');
		expect(before).toContain('why=came after the end');
		expect(before).not.toContain('User 0');
		expect(after).toContain('User 0');
	});

	it('show any names and answers literally', () => {
		const hostile = "''x'' & }} |~~~~";
		const [page = ''] = render([
			createApplication(0, { applicant: { id: 1, name: hostile }, title: `Page/${hostile}` }),
		]);
		expect(page).not.toContain(hostile);
		expect(replaceStatusRegion(writeStatusRegion(''), page)).toMatchObject({ done: true });
	});
});

describe('the parts of a long status page', () => {
	it('contain every application once, within the limit per part', () => {
		const pages = render(createCohort(10_000));
		expect(pages.map(rowsOf).reduce((a, b) => a + b)).toBe(10_000);
		expect(Math.max(...pages.map(rowsOf))).toBeLessThanOrEqual(400);
		expect(pages.length).toBeLessThan(60);
	});

	it('change only where data changed, besides the statistics in the first', () => {
		const all = createCohort(2000);
		const pages = render(all);
		const changed = (other: readonly string[]) =>
			pages.flatMap((page, index) => (page === other[index] ? [] : [index]));
		const last = pages.length - 1;
		expect(changed(render([...all, createApplication(2000)]))).toEqual([0, last]);
		const accepted = render(
			all.map((original, index) =>
				index === 700 ? createApplication(700, { state: 'accepted' }) : original,
			),
		);
		expect(changed(accepted)).toHaveLength(2);
	});

	it('do not change when an application on another part disappears', () => {
		const ids = Array.from({ length: 3000 }, (_, index) => 1000 + index * 3);
		const parts = splitRows(ids, (id) => id);
		const tried = ids.filter((_, index) => index % 10 === 0);
		const differing = tried.map((removedId) => {
			const without = splitRows(
				ids.filter((id) => id !== removedId),
				(id) => id,
			);
			return parts.filter((part) => !without.some((other) => String(other) === String(part))).length;
		});
		const alone = differing.filter((count) => count === 1).length;
		expect(alone / tried.length).toBeGreaterThan(0.95);
	});

	it('blank obsolete parts', () => {
		const titles = renderPages(
			programme,
			evaluateCourses(programme, createCohort(10)),
			NOW,
			translate,
		).filter(({ onlyIfExists, title }) => onlyIfExists && title.includes('/Status'));
		expect(titles.map(({ title }) => title)).toEqual([`${programme.root}/Status/2`]);
	});
});
