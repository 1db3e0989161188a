import { describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import { renderPages } from '../../../bot/render/renderPages.ts';
import { renderStatus } from '../../../bot/render/renderStatus.ts';
import { createApplication, evaluateCourses, translate, wordingOf } from './cohort.ts';
import {
	createReviewedCohort,
	createDecision,
	LATER,
	createReviewed,
	reviewedProgramme,
	UNTIL,
} from './reviewed.ts';

const parts = (applications: readonly AssessedApplication[], at = LATER) =>
	renderStatus(reviewedProgramme, evaluateCourses(reviewedProgramme, applications), at, wordingOf());
const page = (applications: readonly AssessedApplication[], at = LATER) => parts(applications, at)[0] ?? '';
const row = (text: string, name: string) =>
	text.split('\n').find((line) => line.startsWith('{{WikiLearn status/row') && line.includes(`|${name}]]`)) ??
	'';
const statusOf = (text: string, name: string) => /\|standing=([^|]*)/.exec(row(text, name))?.[1] ?? '';
const rendered = (applications: readonly AssessedApplication[]) =>
	renderPages(reviewedProgramme, evaluateCourses(reviewedProgramme, applications), LATER, translate);
const ownPageOf = (applications: readonly AssessedApplication[], name: string) =>
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
	])('show %s as %s', (name, words) => {
		expect(statusOf(page(createReviewedCohort()), name)).toBe(words);
	});

	it('link to the reply that changed a state', () => {
		expect(row(page(createReviewedCohort()), 'User 8')).toContain('|diff=6000|');
	});

	it('reveal nothing about the waitlist: no places, reasons or next person', () => {
		const text = page(createReviewedCohort());
		expect(text).not.toContain('the only one from a small wiki');
		expect(text).not.toContain('ReviewerR');
		expect(text).not.toMatch(/\|next|place \d/);
	});

	it('report more acceptances than seats', () => {
		const many = [0, 1, 2, 3, 4, 5].map((index) => createReviewed(index, 'accepted'));
		expect(page(many)).toContain('6 of 4 seats taken, 2 too many');
	});

	it('do not change while nothing happens', () => {
		expect(page(createReviewedCohort(), '2021-01-28T03:00:00Z')).toBe(page(createReviewedCohort()));
	});
});

describe('an unannounced decision', () => {
	const quiet = [createApplication(0), createApplication(2), createApplication(4)];
	const outcomes = ['accepted', 'waitlisted', 'declined'] as const;
	const secret = quiet.map((application, index) => {
		const decision = createDecision(outcomes[index]!, 5000 + index, { note: 'a secret' });
		return {
			...application,
			decision,
			decisions: [decision],
			decidedState: outcomes[index]!,
			pending: { kind: 'decision' as const, decision, holds: [], isReleased: true },
		};
	});

	it('appears on no page, in no region and in no summary', () => {
		const shown = (all: readonly AssessedApplication[]) =>
			rendered(all).map(({ title, region, summary }) => ({ title, region, summary }));
		expect(shown(secret)).toEqual(shown(quiet));
	});
});

describe('the application page', () => {
	it('shows the offer’s deadline, but not in the summary', () => {
		const all = createReviewedCohort();
		expect(ownPageOf(all, 'User 2')?.region).toContain('|standing=by 2021-01-29 12:00 UTC|');
		expect(ownPageOf(all, 'User 14')?.region).not.toContain('standing');
		expect(ownPageOf(all, 'User 10')?.summary).toBe('Updated the status of this application');
		expect(UNTIL).toContain('2021-01-29');
	});

	it('links to the review', () => {
		expect(ownPageOf(createReviewedCohort(), 'User 2')?.region).toContain(
			`|review=[[:${reviewedProgramme.root}/Review|Review]]`,
		);
	});

	it('does not change when others on the waitlist do', () => {
		const many = Array.from({ length: 40 }, (_, index) => createReviewed(index, 'waitlisted'));
		const regions = (all: readonly AssessedApplication[]) =>
			rendered(all)
				.filter(({ title }) => title.includes('/Applications/'))
				.map(({ region }) => region);
		const after = regions([{ ...many[0]!, state: 'withdrawn' }, ...many.slice(1)]);
		expect(regions(many).filter((region, index) => region !== after[index])).toHaveLength(1);
	});
});
