import { describe, expect, it } from 'vitest';
import { applicationProblems } from '../../../bot/plan/assessApplications.ts';
import { createApplication } from '../render/cohort.ts';

describe('problems of an application', () => {
	it('are empty for a valid application', () => {
		expect(applicationProblems(createApplication(0))).toEqual([]);
	});

	it('include contact details in a public answer, by question and without the address', () => {
		const assessed = createApplication(0);
		const answers = { motivation: 'write to ana@example.org', use: 'every day' };
		expect(applicationProblems({ ...assessed, application: { ...assessed.application, answers } })).toEqual([
			{
				kind: 'contact-detail',
				about: assessed.title,
				detail: 'motivation',
				revid: assessed.lastChange.revid,
			},
		]);
	});

	it.each([
		['created-by-other-account', { onBehalfOf: 'Zed', state: 'unverified' }],
		['duplicate-application', { state: 'superseded' }],
		['too-early', { state: 'too-early' }],
	] as const)('include: it is %s', (kind, changes) => {
		const assessed = createApplication(0, changes);
		expect(applicationProblems(assessed)).toEqual([
			{ kind, about: assessed.title, detail: 'User 0', revid: assessed.added.revid },
		]);
	});

	it('name the section of a talk page', () => {
		const assessed = createApplication(0, {
			state: 'too-early',
			kind: 'talk',
			title: 'Talk:Course',
			section: 'Me',
		});
		expect(applicationProblems(assessed)).toMatchObject([{ about: 'Talk:Course#Me' }]);
	});
});
