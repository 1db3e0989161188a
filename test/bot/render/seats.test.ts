import { describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import { renderPages } from '../../../bot/render/renderPages.ts';
import { renderStatus } from '../../../bot/render/renderStatus.ts';
import { describeStatus } from '../../../bot/render/summary/describeStatus.ts';
import { BOT, translate } from './cohort.ts';
import { cohortReviewed, decided, LATER, reviewed, reviewedProgramme, UNTIL } from './reviewed.ts';

const page = (applications: readonly AssessedApplication[], at = LATER) =>
	renderStatus(reviewedProgramme, applications, at, translate)[0] ?? '';
const row = (text: string, name: string) =>
	text.split('\n').find((line) => line.startsWith('{{WikiLearn status/row') && line.includes(`|${name}]]`)) ??
	'';
/** Without what sets names and notes apart in texts of another direction. */
const plain = (text: string) => text.replace(/&#829[67];/g, '');
const standing = (text: string, name: string) => plain(/\|standing=([^|]*)/.exec(row(text, name))?.[1] ?? '');
const own = (applications: readonly AssessedApplication[], name: string) =>
	renderPages(reviewedProgramme, BOT, applications, LATER, translate).find(({ title }) =>
		title.endsWith(`/${name}`),
	);
const summary = (before: readonly AssessedApplication[], after: readonly AssessedApplication[]) =>
	describeStatus(reviewedProgramme, translate)(page(before), page(after)).summary;
const change = (all: readonly AssessedApplication[], index: number, to: Partial<AssessedApplication>) =>
	all.map((one, at) => (at === index ? { ...one, ...to } : one));

describe('seats and waitlist on the status page', () => {
	it.each([
		['User 0', 'not told yet'],
		['User 2', 'by 2021-01-29 12:00 UTC'],
		['User 4', 'since 2021-01-26 00:00 UTC'],
		['User 6', 'since 2021-01-24 08:30 UTC'],
		['User 8', ''],
		['User 10', 'place 1'],
		['User 12', 'place 3'],
		['User 14', 'place 2, given by ReviewerR: the only one from a small wiki'],
		['User 16', ''],
	])('say of %s: %s', (name, words) => {
		expect(standing(page(cohortReviewed()), name)).toBe(words);
	});

	it('link to the reply that changed a state, as to a decision', () => {
		expect(row(page(cohortReviewed()), 'User 8')).toContain('|diff=6000|');
		expect(row(page(cohortReviewed()), 'User 4')).toContain('|diff=5002|');
	});

	it('name who is next where a seat is free, with a link', () => {
		const text = page(cohortReviewed());
		expect(text).toContain('|next=User 10|');
		expect(text).toMatch(
			/next text=A seat is free\. Next on the waitlist: \[\[:[^\]|]*\/User 10\|User 10\]\]/,
		);
	});

	it('name nobody where no seat is free, nobody waits, or answers have not gone out', () => {
		const full = [...cohortReviewed(), reviewed(9, 'accepted')];
		expect(page(full)).not.toContain('next text');
		expect(page(cohortReviewed().filter(({ state }) => state !== 'waitlisted'))).not.toContain('next text');
		expect(page(cohortReviewed(), '2021-01-17T12:00:00Z')).not.toContain('next text');
	});

	it('say that it is too late for a promotion, and then nobody’s name', () => {
		const text = page(cohortReviewed(), '2021-02-02T00:00:00Z');
		expect(text).toContain(
			'next text=Since 2021-02-01 00:00 UTC nobody is taken from the waitlist any more.',
		);
		expect(text).not.toContain('|next=');
	});

	it('tell more acceptances than seats', () => {
		const many = [0, 1, 2, 3, 4, 5].map((index) => reviewed(index, 'accepted'));
		expect(page(many)).toContain('6 of 4 seats taken, 2 too many');
	});

	it('do not change by themselves while nothing happens', () => {
		expect(page(cohortReviewed(), '2021-01-28T03:00:00Z')).toBe(page(cohortReviewed()));
	});

	it('show a reviewer’s name and note as they are, and not too much of them', () => {
		const note = `}} ''x'' |${'ü'.repeat(400)}`;
		const given = { decisions: [decided('waitlisted', 5010, { place: 1, note })] };
		const text = page([reviewed(0, 'waitlisted', given)]);
		expect(plain(row(text, 'User 0'))).toContain('place 1, given by ReviewerR: ');
		expect(text).not.toContain("''x''");
		expect(plain(row(text, 'User 0'))).toContain('ü…|');
		expect(row(text, 'User 0')).not.toContain('ü'.repeat(200));
	});

	it('tell the first hundred places of a long list, so that a seat that frees changes one part', () => {
		const many = Array.from({ length: 900 }, (_, index) => reviewed(index, 'waitlisted'));
		const parts = renderStatus(reviewedProgramme, many, LATER, translate);
		const after = renderStatus(reviewedProgramme, change(many, 0, { state: 'withdrawn' }), LATER, translate);
		expect(parts.length).toBeGreaterThan(2);
		expect(parts.flatMap((part, index) => (part === after[index] ? [] : [index]))).toEqual([0]);
		expect(parts.join('').match(/standing=place \d+/g)).toHaveLength(100);
	});
});

describe('the application’s own page', () => {
	it('tells the end of the offer or the place, in its summary too', () => {
		const all = cohortReviewed();
		expect(own(all, 'User 2')?.region).toContain('|standing=by 2021-01-29 12:00 UTC|');
		expect(plain(own(all, 'User 14')?.region ?? '')).toContain('|standing=place 2, given by ReviewerR: ');
		expect(own(all, 'User 16')?.region).not.toContain('standing');
		expect(own(all, 'User 10')?.describe('', '').summary).toBe(
			'State: waitlisted (place 1); requirements: not met',
		);
	});

	it('leads to the review', () => {
		expect(own(cohortReviewed(), 'User 2')?.region).toContain(
			`|review=[[:${reviewedProgramme.root}/Review|Review]]`,
		);
	});

	it('changes with the waitlist only near its beginning', () => {
		const many = Array.from({ length: 40 }, (_, index) => reviewed(index, 'waitlisted'));
		const regions = (all: typeof many) =>
			renderPages(reviewedProgramme, BOT, all, LATER, translate)
				.filter(({ title }) => title.includes('/Applications/'))
				.map(({ region }) => region);
		const [before, after] = [regions(many), regions([...change(many, 0, { state: 'withdrawn' })])];
		const changed = before.filter((region, index) => region !== after[index]);
		// Who leaves, nine who move up, and one who is among the first ten now.
		expect(changed).toHaveLength(11);
	});
});

describe('the summary of an edit about seats and waitlist', () => {
	const all = cohortReviewed();

	it('tells what became of offers', () => {
		expect(summary(all, change(all, 1, { state: 'confirmed' }))).toMatch(
			/^\[\[:[^\]]*\|User 2\]\]: accepted, seat confirmed; 3 of 4 seats$/,
		);
		expect(summary(all, change(all, 1, { state: 'lapsed' }))).toMatch(
			/^\[\[:[^\]]*\|User 2\]\]: offer lapsed; 2 of 4 seats$/,
		);
		expect(summary(all, change(all, 0, { offer: { until: UNTIL } }))).toMatch(
			/^date by which to confirm: \[\[:[^\]]*\|User 0\]\]$/,
		);
	});

	it('tells who is next, and not that all behind moved up', () => {
		expect(summary(all, change(all, 5, { state: 'offered', offer: { until: null } }))).toMatch(
			/\|User 10\]\]: accepted, seat to be confirmed; 4 of 4 seats$/,
		);
		const full = change(all, 2, { state: 'confirmed' });
		expect(summary(full, change(full, 2, { state: 'lapsed' }))).toMatch(
			/\|User 4\]\]: offer lapsed; 3 of 4 seats; next on the waitlist: User 10$/,
		);
	});

	it('tells another place, and edits that change no state', () => {
		const moved = change(all, 6, { decisions: [decided('waitlisted', 5006, { place: 1 })] });
		expect(summary(all, moved)).toMatch(
			/^next on the waitlist: User 12; other place on the waitlist: \[\[[^\]]*\|User 10\]\], \[\[[^\]]*\|User 12\]\]$/,
		);
		expect(summary(all, change(all, 8, { decisions: [decided('declined', 7000)] }))).toMatch(
			/^changed: \[\[:[^\]]*\|User 16\]\]$/,
		);
	});
});
