import { describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import { renderPages } from '../../../bot/render/renderPages.ts';
import { renderStatus } from '../../../bot/render/renderStatus.ts';
import { application, evaluated, translate, wordingOf } from './cohort.ts';
import { cohortReviewed, decided, LATER, reviewed, reviewedProgramme, UNTIL } from './reviewed.ts';

const parts = (applications: readonly AssessedApplication[], at = LATER) =>
	renderStatus(reviewedProgramme, evaluated(reviewedProgramme, applications), at, wordingOf());
const page = (applications: readonly AssessedApplication[], at = LATER) => parts(applications, at)[0] ?? '';
const row = (text: string, name: string) =>
	text.split('\n').find((line) => line.startsWith('{{WikiLearn status/row') && line.includes(`|${name}]]`)) ??
	'';
const standing = (text: string, name: string) => /\|standing=([^|]*)/.exec(row(text, name))?.[1] ?? '';
const rendered = (applications: readonly AssessedApplication[]) =>
	renderPages(reviewedProgramme, evaluated(reviewedProgramme, applications), LATER, translate);
const own = (applications: readonly AssessedApplication[], name: string) =>
	rendered(applications).find(({ title }) => title.endsWith(`/${name}`));

describe('seats on the status page', () => {
	it.each([
		['User 0', ''],
		['User 2', 'by 2021-01-29 12:00 UTC'],
		['User 4', 'since 2021-01-26 00:00 UTC'],
		['User 6', 'since 2021-01-24 08:30 UTC'],
		['User 8', ''],
		['User 10', ''],
		['User 14', ''],
		['User 16', ''],
	])('say of %s: %s', (name, words) => {
		expect(standing(page(cohortReviewed()), name)).toBe(words);
	});

	it('link to the reply that changed a state', () => {
		expect(row(page(cohortReviewed()), 'User 8')).toContain('|diff=6000|');
	});

	it('tell nothing of the waitlist: neither places nor reasons nor who is next', () => {
		const text = page(cohortReviewed());
		expect(text).not.toContain('the only one from a small wiki');
		expect(text).not.toContain('ReviewerR');
		expect(text).not.toMatch(/\|next|place \d/);
	});

	it('tell more acceptances than seats', () => {
		const many = [0, 1, 2, 3, 4, 5].map((index) => reviewed(index, 'accepted'));
		expect(page(many)).toContain('6 of 4 seats taken, 2 too many');
	});

	it('do not change by themselves while nothing happens', () => {
		expect(page(cohortReviewed(), '2021-01-28T03:00:00Z')).toBe(page(cohortReviewed()));
	});
});

describe('what was decided and not announced', () => {
	const quiet = [application(0), application(2), application(4)];
	const outcomes = ['accepted', 'waitlisted', 'declined'] as const;
	const secret = quiet.map((one, index) => {
		const decision = decided(outcomes[index]!, 5000 + index, { note: 'a secret' });
		return {
			...one,
			decision,
			decisions: [decision],
			decidedState: outcomes[index]!,
			pending: { kind: 'decision' as const, decision, holds: [], released: true },
		};
	});

	it('is on no page, in no region and in no summary', () => {
		const shown = (all: readonly AssessedApplication[]) =>
			rendered(all).map(({ title, region, summary }) => ({ title, region, summary }));
		expect(shown(secret)).toEqual(shown(quiet));
	});
});

describe('the application’s own page', () => {
	it('tells the end of the offer, and nothing of it in its summary', () => {
		const all = cohortReviewed();
		expect(own(all, 'User 2')?.region).toContain('|standing=by 2021-01-29 12:00 UTC|');
		expect(own(all, 'User 14')?.region).not.toContain('standing');
		expect(own(all, 'User 10')?.summary).toBe('Updated the status of this application');
		expect(UNTIL).toContain('2021-01-29');
	});

	it('leads to the review', () => {
		expect(own(cohortReviewed(), 'User 2')?.region).toContain(
			`|review=[[:${reviewedProgramme.root}/Review|Review]]`,
		);
	});

	it('does not change with others on the waitlist', () => {
		const many = Array.from({ length: 40 }, (_, index) => reviewed(index, 'waitlisted'));
		const regions = (all: readonly AssessedApplication[]) =>
			rendered(all)
				.filter(({ title }) => title.includes('/Applications/'))
				.map(({ region }) => region);
		const after = regions([{ ...many[0]!, state: 'withdrawn' }, ...many.slice(1)]);
		expect(regions(many).filter((region, index) => region !== after[index])).toHaveLength(1);
	});
});
