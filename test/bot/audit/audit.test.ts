import { describe, expect, it } from 'vitest';
import { audit } from '../../../bot/audit/audit.ts';
import type { SentNotice } from '../../../shared/notice/notice.ts';
import type { State } from '../../../shared/rules/status.ts';
import { application, cohort, mixedCohort, programme } from '../render/cohort.ts';

const [first] = programme.courses;
const COURSE = first?.id ?? '';
const small = { ...programme, courses: programme.courses.map((course) => ({ ...course, seats: 2 })) };
const notice = (revid: number, changes: Partial<SentNotice> = {}): SentNotice => ({
	course: COURSE,
	applicant: 7,
	kind: 'decision',
	about: 'accepted-12',
	at: '2021-01-22T00:00:00Z',
	title: 'User talk:User 6',
	revid,
	...changes,
});
/** The nth application for the first course. */
const inState = (index: number, state: State) => application(index * 2, { state });

describe('the audit', () => {
	it('has nothing to say where all is well', () => {
		const sent = [
			notice(1),
			notice(2, { about: 'declined-40', kind: 'correction' }),
			notice(3, { applicant: 8 }),
		];
		expect(audit(programme, mixedCohort(60), sent)).toEqual([]);
	});

	it('finds an account with two applications for a course that both count', () => {
		const twice = application(2, { applicant: { id: 1, name: 'User 0' }, state: 'waitlisted' });
		expect(audit(programme, [...cohort(1), twice], [])).toEqual([
			{ kind: 'audit-two-live', about: twice.title, detail: 'User 0', revid: twice.added.revid },
		]);
		for (const state of ['superseded', 'withdrawn', 'unverified'] as const)
			expect(audit(programme, [...cohort(1), { ...twice, state }], [])).toEqual([]);
		expect(audit(programme, [...cohort(1), { ...twice, course: 'pb' }], [])).toEqual([]);
		const nobodys = [application(0, { applicant: null }), application(2, { applicant: null })];
		expect(audit(programme, nobodys, [])).toEqual([]);
	});

	it('counts the seats of each course, with those offered', () => {
		const full = [
			inState(0, 'offered'),
			inState(1, 'confirmed'),
			inState(2, 'lapsed'),
			inState(3, 'turned-down'),
		];
		expect(audit(small, full, [])).toEqual([]);
		expect(audit(small, [...full, inState(4, 'accepted')], [])).toEqual([
			{ kind: 'over-seats', about: first?.page, detail: '1' },
		]);
	});

	it('finds a notice that went out twice, and names the later edit', () => {
		const [later, earlier] = [notice(9, { title: 'User talk:Renamed' }), notice(4)];
		expect(audit(programme, [], [later, earlier, notice(5, { about: 'accepted-13' })])).toEqual([
			{
				kind: 'audit-double-notice',
				about: 'User talk:Renamed',
				detail: `${COURSE}/7/decision/accepted-12`,
				revid: 9,
			},
		]);
	});
});
