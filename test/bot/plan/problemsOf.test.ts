import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../bot/plan/assessApplications.ts';
import { application } from '../render/cohort.ts';

describe('what a person should look at in an application', () => {
	it('is nothing where all is well', () => {
		expect(problemsOf(application(0))).toEqual([]);
	});

	it('is a contact detail in a public answer, by question and without the address', () => {
		const one = application(0);
		const answers = { motivation: 'write to ana@example.org', use: 'every day' };
		expect(problemsOf({ ...one, application: { ...one.application, answers } })).toEqual([
			{ kind: 'contact-detail', about: one.title, detail: 'motivation', revid: one.answered.revid },
		]);
	});

	it.each([
		['made-by-other', { inNameOf: 'Zed', state: 'unverified' }],
		['second-application', { state: 'superseded' }],
		['too-early', { state: 'too-early' }],
	] as const)('is that it is %s', (kind, changes) => {
		const one = application(0, changes);
		expect(problemsOf(one)).toEqual([{ kind, about: one.title, detail: 'User 0', revid: one.added.revid }]);
	});

	it('names the section of a talk page', () => {
		const one = application(0, { state: 'too-early', kind: 'talk', title: 'Talk:Course', section: 'Me' });
		expect(problemsOf(one)).toMatchObject([{ about: 'Talk:Course#Me' }]);
	});
});
