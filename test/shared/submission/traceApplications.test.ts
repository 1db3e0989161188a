import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/submission/submission.ts';
import { traceApplications } from '../../../shared/submission/traceApplications.ts';

const IDS: Readonly<Record<string, number>> = { Ana: 1, Ben: 2, Eve: 3, Admin: 4, Bot: 5, Rita: 6 };
const TEAM = { reviewers: ['Rita'], bot: 'Bot' };

function call(answer: string, more = ''): string {
	return `{{WikiLearn application\n| course = iah\n| email = sent\n| motivation = ${answer}\n${more}}}`;
}

/** A page's history, oldest first: who saved it and what it said; `null` for hidden. Revisions are 101, 102, … */
function page(
	kind: Submission['kind'],
	...revisions: readonly (readonly [string | null, string | null])[]
): Submission {
	return {
		kind,
		title: kind === 'subpage' ? 'Course/Applications/Ana' : 'Talk:Course',
		pageid: 7,
		courses: ['iah'],
		inName: kind === 'subpage' ? 'Ana' : '',
		movedTo: null,
		history: revisions.map(([user, text], index) => ({
			revid: 101 + index,
			parentid: index === 0 ? 0 : 100 + index,
			timestamp: `2026-01-01T00:0${index}:00Z`,
			user: user === null ? null : { id: IDS[user] ?? 0, name: user },
			text,
			tags: [],
		})),
	};
}

function traced(submission: Submission) {
	const { applications, problems } = traceApplications(submission, TEAM, 'en');
	return {
		applications: applications.map((one) => ({
			applicant: one.added.user?.name ?? null,
			added: one.added.revid,
			answer: one.application.answers.motivation,
			changedBy: one.changedByOthers?.user?.name ?? null,
			removedBy: one.removed?.user?.name ?? null,
			withdrawn: one.withdrawn,
		})),
		problems: problems.map(({ kind }) => kind),
	};
}

const untouched = { changedBy: null, removedBy: null, withdrawn: false };

describe('an application on its subpage', () => {
	it('is its author’s, whatever the title says', () => {
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

	it('does not believe someone else’s change of the answers', () => {
		expect(traced(page('subpage', ['Ana', call('a')], ['Eve', call('I give up')]))).toEqual({
			applications: [{ applicant: 'Ana', added: 101, answer: 'a', ...untouched, changedBy: 'Eve' }],
			problems: ['changed-by-others'],
		});
	});

	it('does not believe someone else’s withdrawal', () => {
		expect(
			traced(page('subpage', ['Ana', call('a')], ['Eve', call('a', '| withdrawn = yes\n')])),
		).toMatchObject({
			applications: [{ applicant: 'Ana', ...untouched, changedBy: 'Eve' }],
		});
	});

	it('believes the applicant’s own withdrawal', () => {
		expect(
			traced(page('subpage', ['Ana', call('a')], ['Ana', call('a', '| withdrawn = yes\n')])),
		).toMatchObject({
			applications: [{ withdrawn: true, changedBy: null }],
		});
	});

	it('takes a rollback by another person for no change', () => {
		expect(traced(page('subpage', ['Ana', call('a')], ['Eve', 'BLANKED'], ['Admin', call('a')]))).toEqual({
			applications: [{ applicant: 'Ana', added: 101, answer: 'a', ...untouched }],
			problems: [],
		});
	});

	it('takes the undoing of someone else’s change for no change', () => {
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

	it('does not say whose words they are that first show after someone else’s hidden text', () => {
		expect(traced(page('subpage', ['Eve', null], ['Admin', call('a')]))).toMatchObject({
			applications: [{ applicant: null }],
			problems: ['hidden-author'],
		});
		expect(traced(page('subpage', ['Ana', call('a')], ['Eve', null], ['Ana', call('b')]))).toMatchObject({
			applications: [{ applicant: 'Ana', answer: 'a' }],
			problems: ['changed-by-others'],
		});
	});

	it('reports contact details in public answers, by question and without the address', () => {
		const { problems } = traceApplications(
			page('subpage', ['Ana', call('write to ana@example.org')]),
			TEAM,
			'en',
		);
		expect(problems).toMatchObject([{ kind: 'contact-detail', detail: 'motivation', revid: 101 }]);
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

	it('are each their author’s, though everyone saves the whole page', () => {
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

	it('is not an administrator’s for their signature', () => {
		const forged = section('Me', `${call('trust me')} [[User:Admin|Admin]] 10:00, 1 January 2026 (UTC)`);
		expect(traced(page('talk', ['Eve', forged]))).toMatchObject({ applications: [{ applicant: 'Eve' }] });
	});

	it('keeps its applicant when threads are put in another order or the heading is changed', () => {
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

	it('stands when someone else archives it, and is withdrawn when the applicant removes it', () => {
		expect(traced(page('talk', ['Ana', section('Ana', call('a'))], ['Admin', 'archived']))).toMatchObject({
			applications: [{ applicant: 'Ana', removedBy: 'Admin', withdrawn: false }],
			problems: ['removed-by-others'],
		});
		expect(
			traced(page('talk', ['Ana', section('Ana', call('a'))], ['Ana', 'changed my mind'])),
		).toMatchObject({
			applications: [{ applicant: 'Ana', withdrawn: true }],
			problems: [],
		});
	});

	it('tells two in one section apart', () => {
		const both = section('Us', `${call('a')}\n${call('b')}`);
		expect(traced(page('talk', ['Ana', section('Us', call('a'))], ['Ben', both]))).toMatchObject({
			applications: [{ applicant: 'Ana' }, { applicant: 'Ben' }],
		});
	});

	it('is not the one’s who quotes it in a reply, but theirs who leave theirs as empty', () => {
		const quoted = section('Ana', `${call('a')}\nYou wrote: <blockquote>${call('a')}</blockquote>`);
		expect(
			traced(page('talk', ['Ana', section('Ana', call('a'))], ['Ben', quoted])).applications,
		).toMatchObject([{ applicant: 'Ana' }]);
		const empty = section('Application', '{{WikiLearn application|course=iah|motivation=}}');
		expect(traced(page('talk', ['Ana', empty], ['Ben', empty + empty])).applications).toMatchObject([
			{ applicant: 'Ana' },
			{ applicant: 'Ben' },
		]);
	});

	it('does not count one that is only quoted', () => {
		expect(traced(page('talk', ['Ana', section('How?', `<nowiki>${call('a')}</nowiki>`)]))).toEqual({
			applications: [],
			problems: [],
		});
	});
});
