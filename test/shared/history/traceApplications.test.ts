import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/history/submission.ts';
import { traceApplications } from '../../../shared/history/traceApplications.ts';
import { call, page, PEOPLE } from './pageHistory.ts';

function traced(submission: Submission) {
	const { applications, problems } = traceApplications(submission, PEOPLE, 'en');
	return {
		applications: applications.map((application) => ({
			applicant: application.added.user?.name ?? null,
			added: application.added.revid,
			answer: application.application.answers.motivation,
			changedBy: application.changedByOthers?.user?.name ?? null,
			removedBy: application.removed?.user?.name ?? null,
			removedByApplicant: application.isRemovedByApplicant,
		})),
		problems: problems.map(({ kind }) => kind),
	};
}

const untouched = { changedBy: null, removedBy: null, removedByApplicant: false };

describe('an application on its subpage', () => {
	it('belongs to its author, whatever the title', () => {
		expect(traced(page('subpage', ['Eve', call('mine')]))).toEqual({
			applications: [{ applicant: 'Eve', added: 101, answer: 'mine', ...untouched }],
			problems: [],
		});
	});

	it('keeps its applicant when the bot and reviewers write below it', () => {
		expect(
			traced(
				page('subpage', ['Ana', call('a')], ['Bot', `${call('a')}\nstatus`], ['Admin', `${call('a')}\nnote`]),
			),
		).toEqual({
			applications: [{ applicant: 'Ana', added: 101, answer: 'a', ...untouched }],
			problems: [],
		});
	});

	it('counts the applicant’s newest answers', () => {
		expect(traced(page('subpage', ['Ana', call('a')], ['Ana', call('b')]))).toMatchObject({
			applications: [{ applicant: 'Ana', added: 101, answer: 'b', ...untouched }],
		});
	});

	it('ignores someone else’s change of the answers', () => {
		expect(traced(page('subpage', ['Ana', call('a')], ['Eve', call('I give up')]))).toEqual({
			applications: [{ applicant: 'Ana', added: 101, answer: 'a', ...untouched, changedBy: 'Eve' }],
			problems: ['changed-by-others'],
		});
	});

	it('does not count a rollback by another person as a change', () => {
		expect(traced(page('subpage', ['Ana', call('a')], ['Eve', 'BLANKED'], ['Admin', call('a')]))).toEqual({
			applications: [{ applicant: 'Ana', added: 101, answer: 'a', ...untouched }],
			problems: [],
		});
	});

	it('does not count undoing someone else’s change as a change', () => {
		expect(
			traced(page('subpage', ['Ana', call('a')], ['Eve', call('x')], ['Admin', call('a')])),
		).toMatchObject({
			applications: [{ applicant: 'Ana', answer: 'a', ...untouched }],
		});
	});

	it('survives a hidden author and a hidden text', () => {
		expect(traced(page('subpage', [null, call('a')], ['Bot', call('a')]))).toMatchObject({
			applications: [{ applicant: null, answer: 'a' }],
			problems: ['hidden-author'],
		});
		expect(traced(page('subpage', ['Ana', call('a')], ['Ana', null], ['Ana', call('b')]))).toMatchObject({
			applications: [{ applicant: 'Ana', answer: 'b', ...untouched }],
		});
	});

	it('has no known author for text first visible after someone else’s hidden revision', () => {
		expect(traced(page('subpage', ['Eve', null], ['Admin', call('a')]))).toMatchObject({
			applications: [{ applicant: null }],
			problems: ['hidden-author'],
		});
		expect(traced(page('subpage', ['Ana', call('a')], ['Eve', null], ['Ana', call('b')]))).toMatchObject({
			applications: [{ applicant: 'Ana', answer: 'a' }],
			problems: ['changed-by-others'],
		});
	});

	it('reports a page that cannot be read', () => {
		expect(traced(page('subpage', ['Ana', 'Hello']))).toEqual({ applications: [], problems: ['unreadable'] });
		expect(traced(page('subpage', ['Ana', '{{WikiLearn application\n| course = iah'])).problems).toEqual([
			'unreadable',
		]);
	});
});

describe('applications on a talk page', () => {
	const section = (name: string, text: string) => `== ${name} ==\n${text}\n`;

	it('belong to their authors, although everyone saves the whole page', () => {
		const ana = section('Ana', call('a'));
		const ben = section('Ben', call('b'));
		expect(
			traced(
				page('talk', ['Admin', 'Welcome\n'], ['Ana', `Welcome\n${ana}`], ['Ben', `Welcome\n${ana}${ben}`]),
			),
		).toMatchObject({
			applications: [
				{ applicant: 'Ana', added: 102, ...untouched },
				{ applicant: 'Ben', added: 103, ...untouched },
			],
			problems: [],
		});
	});

	it('does not belong to whoever is named in the signature', () => {
		const forged = section('Me', `${call('trust me')} [[User:Admin|Admin]] 10:00, 1 January 2026 (UTC)`);
		expect(traced(page('talk', ['Eve', forged]))).toMatchObject({ applications: [{ applicant: 'Eve' }] });
	});

	it('keeps its applicant when threads are reordered or the heading changes', () => {
		const ana = section('Ana', call('a'));
		const ben = section('Ben', call('b'));
		const moved = section('Ben applies', call('b')) + ana;
		expect(traced(page('talk', ['Ana', ana], ['Ben', ana + ben], ['Eve', moved]))).toMatchObject({
			applications: [
				{ applicant: 'Ana', ...untouched },
				{ applicant: 'Ben', ...untouched },
			],
		});
	});

	it('stays valid when archived by someone else, and ends when the applicant removes it', () => {
		expect(traced(page('talk', ['Ana', section('Ana', call('a'))], ['Admin', 'archived']))).toMatchObject({
			applications: [{ applicant: 'Ana', removedBy: 'Admin', removedByApplicant: false }],
			problems: ['removed-by-others'],
		});
		expect(
			traced(page('talk', ['Ana', section('Ana', call('a'))], ['Ana', 'changed my mind'])),
		).toMatchObject({
			applications: [{ applicant: 'Ana', removedBy: 'Ana', removedByApplicant: true }],
			problems: [],
		});
	});

	it('distinguishes two in one section', () => {
		const both = section('Us', `${call('a')}\n${call('b')}`);
		expect(traced(page('talk', ['Ana', section('Us', call('a'))], ['Ben', both]))).toMatchObject({
			applications: [{ applicant: 'Ana' }, { applicant: 'Ben' }],
		});
	});

	it('belongs to each author, even with identical text', () => {
		const both = section('Ana', `${call('a')}\nYou wrote: <blockquote>${call('a')}</blockquote>`);
		expect(
			traced(page('talk', ['Ana', section('Ana', call('a'))], ['Ben', both])).applications,
		).toMatchObject([
			{ applicant: 'Ana', ...untouched },
			{ applicant: 'Ben', ...untouched },
		]);
		const empty = section('Application', '{{WikiLearn application|course=iah|motivation=}}');
		expect(traced(page('talk', ['Ana', empty], ['Ben', empty + empty])).applications).toMatchObject([
			{ applicant: 'Ana' },
			{ applicant: 'Ben' },
		]);
	});

	it.each([
		['quoted', (text: string) => `<nowiki>${text}</nowiki>`],
		['in a comment', (text: string) => `<!-- ${text} -->`],
		['in a tag', (text: string) => `<pre>${text}</pre>`],
	])('is reported when it is not visible to readers: %s', (_, hidden) => {
		const { applications, problems } = traceApplications(
			page('talk', ['Ana', section('How?', hidden(call('a')))]),
			PEOPLE,
			'en',
		);
		expect(applications).toEqual([]);
		expect(problems).toMatchObject([{ kind: 'unreadable', detail: 'not-shown' }]);
	});
});

describe('the applicant of an application', () => {
	const ana = call('a');
	const applicants = (submission: Submission) =>
		traced(submission).applications.map(({ applicant, added }) => `${applicant ?? '?'} ${added}`);

	it.each<[string, string]>([
		['in a comment', `<!-- ${ana} -->`],
		['in a nowiki', `<nowiki>${ana}</nowiki>`],
		['in an unclosed tag', `<pre>${ana}`],
		['in a template that is not closed', `{{Welcome|${ana}`],
		['beyond a thousand braces', `${'{{'.repeat(1000)}${ana}`],
	])('is whoever added it %s, not whoever made it readable', (_, hidden) => {
		expect(applicants(page('talk', ['Ana', `== A ==\n${hidden}\n`], ['Admin', `== A ==\n${ana}\n`]))).toEqual(
			['Ana 101'],
		);
	});

	it('is not whoever restored it, by a revert or by hand', () => {
		for (const tags of [['mw-undo'], ['mw-rollback'], ['mw-manual-revert'], []])
			expect(applicants(page('subpage', ['Ana', ana], ['Eve', 'x'], ['Admin', ana, { tags }]))).toEqual([
				'Ana 101',
			]);
	});

	it('is the author of each copy', () => {
		const submission = page('talk', ['Ana', ana], ['Ben', `${ana}\n${ana}`], ['Ana', `${ana}\n`]);
		expect(applicants(submission)).toEqual(['Ana 101', 'Ben 102']);
		// Of identical copies, the first to come is the last to go.
		expect(traced(submission).applications.map(({ removedBy }) => removedBy)).toEqual([null, 'Ana']);
	});

	it('is unknown and reported after an import', () => {
		const imported = { ...page('subpage', ['Ana', ana]), isImported: true };
		expect(applicants(imported)).toEqual(['? 101']);
		expect(traced(imported).problems).toEqual(['unreadable', 'hidden-author']);
	});

	it('is unknown after a gap in the history', () => {
		expect(applicants(page('subpage', ['Ana', ana, { parentid: 17 }]))).toEqual(['? 101']);
		expect(applicants(page('subpage', ['Ana', 'hello'], ['Ana', ana, { parentid: 17 }]))).toEqual(['? 102']);
	});

	it('is reported as having no account for an IP address or a temporary account', () => {
		expect(traced(page('subpage', ['192.0.2.7', ana]))).toMatchObject({
			applications: [{ applicant: '192.0.2.7' }],
			problems: ['no-account'],
		});
	});

	it('has all versions by its applicant, and the time of the last answers', () => {
		const submission = page(
			'subpage',
			['Ana', call('a', '')],
			['Ana', call('b', '')],
			['Ana', call('b', '').replace('| email = sent\n', '')],
			['Eve', `${call('b', '')} hello`],
		);
		const [application] = traceApplications(submission, PEOPLE, 'en').applications;
		expect(application?.versions.map(({ change }) => change.revid)).toEqual([101, 102, 103]);
		expect(application).toMatchObject({ answersChange: { revid: 102 }, lastChange: { revid: 103 } });
	});
});

describe('unknown templates', () => {
	it('are reported, with their names', () => {
		const text = `${call('a')}\n{{WikiLearn decision|outcome=accepted}}\n{{wikiLearn_reply|answer=confirmed}}`;
		const { problems, applications } = traceApplications(page('subpage', ['Rita', text]), PEOPLE, 'en');
		expect(problems).toMatchObject([
			{ kind: 'ineffective-template', detail: 'WikiLearn decision', revid: 101 },
			{ kind: 'ineffective-template', detail: 'WikiLearn reply', revid: 101 },
		]);
		expect(applications[0]?.replies).toEqual([]);
	});
});
