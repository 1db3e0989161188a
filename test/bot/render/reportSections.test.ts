import { describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import type { Outbox } from '../../../bot/plan/plannedNotice.ts';
import { renderReportPage, type Report } from '../../../bot/render/renderReport.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import type { Obstacle, Hold } from '../../../shared/rules/evaluation.ts';
import type { LocalAccount } from '../../../shared/wiki/accountFacts.ts';
import { createApplication, translate } from './cohort.ts';
import {
	course,
	LATER,
	createOutbox,
	createReviewed,
	reviewedProgramme,
	createWaitingNotice,
} from './reviewed.ts';

const empty: Report = { problems: [], outbox: [], applications: [], at: LATER };
const page = (report: Partial<Report>, programme = reviewedProgramme) =>
	renderReportPage(programme, { ...empty, ...report }, translate);
/** Without what sets names apart in texts of another direction. */
const region = (report: Partial<Report>, programme = reviewedProgramme) =>
	page(report, programme).region.replace(/<\/?bdi>/g, '');
const renderOutbox = (changes: Partial<Outbox>, programme = reviewedProgramme) =>
	region({ outbox: [createOutbox(changes)] }, programme);
const problem = { kind: 'missing-page', about: 'Page', detail: '' } as const;

describe('the outbox on the report', () => {
	it('states how many decisions are pending, and names nobody', () => {
		const declined = { text: 'declined', about: 'declined-1' } as const;
		const text = renderOutbox({
			waiting: [
				createWaitingNotice(1),
				createWaitingNotice(2, declined),
				createWaitingNotice(0, { kind: 'promotion' }),
			],
		});
		expect(text).toContain('== Notices that wait for release ==\n=== Identifying and Addressing');
		expect(text).toContain('* 3 decisions were not announced yet.');
		expect(text).not.toMatch(/User \d|accepted|declined/);
	});

	it.each<[Obstacle, string]>([
		[{ kind: 'too-early', until: course.notify }, 'Decisions are announced from 2021-01-18 12:00 UTC.'],
		[
			{ kind: 'grace-period', until: LATER },
			'The release can be taken back until 2021-01-27 12:00 UTC. Then the decisions are announced.',
		],
		[
			{ kind: 'programme-changed', until: LATER },
			'The bot, the people or the log were changed on the programme page. Nothing is announced until 2021-01-27 12:00 UTC.',
		],
		[{ kind: 'over-capacity', seats: 3 }, '3 people too many were accepted.'],
		[
			{ kind: 'digest-mismatch', revid: 17 },
			'The log does not say what the reviewer released ([[Special:Diff/17|17]]). Check the decisions and release again.',
		],
		[
			{ kind: 'uncertain-action', revids: [17, 18] },
			'Some edits of the log cannot be read ([[Special:Diff/17|17]], [[Special:Diff/18|18]]). Check the decisions and release again.',
		],
	])('explains what blocks all: %o', (block, words) => {
		expect(renderOutbox({ blocks: [block] })).toContain(`\n* ${words}\n`);
	});

	it.each<[Hold, RegExp]>([
		['answers-changed', /2 applicants changed answers after the decision: (.*)\. Decide again/],
		['decided-after-release', /2 decisions are newer than the release: (.*)\. Release again/],
		['uncertain-action', /Edits about 2 applicants cannot be read: (.*)\. Check/],
		['promoted-late', /It is too late to offer a seat to 2 people from the waitlist: (.*)\.$/m],
	])('explains what holds individual notices, with links: %s', (kind, words) => {
		const text = renderOutbox({ holds: [{ kind, pages: ['Course/Applications/Cy', 'Talk:Course'] }] });
		expect(words.exec(text)?.[1]).toBe('[[:Course/Applications/Cy|Cy]], [[:Talk:Course|Talk:Course]]');
	});

	it('lists up to 25 undecided applicants, and counts the rest', () => {
		const undecided = Array.from({ length: 73 }, (_, index) => `Course/Applications/User ${index}`);
		const text = renderOutbox({ undecided });
		expect(text).toContain('* 73 applications are not decided: ');
		expect(text.match(/\/Applications\//g)).toHaveLength(25);
		expect(text).toMatch(/\]\], and 48 more$/m);
	});

	it('links to the release, or says that it was made', () => {
		const review = `[[:${reviewedProgramme.root}/Review|`;
		expect(renderOutbox({})).toContain(`To release them, use ${review}`);
		expect(renderOutbox({ released: true })).toContain('A reviewer has released them.');
		expect(renderOutbox({ released: true })).not.toContain(review);
	});

	it('is deterministic, whatever the order and content of the notices', () => {
		const notices = [
			createWaitingNotice(3),
			createWaitingNotice(1, { kind: 'correction' }),
			createWaitingNotice(2),
		];
		const later = [...notices]
			.reverse()
			.map((notice) => ({ ...notice, params: { until: '2021-02-09 12:00 UTC' } }));
		expect(renderOutbox({ waiting: later })).toBe(renderOutbox({ waiting: notices }));
	});
});

const createLocalAccount = (emailable: boolean): AssessedApplication['facts']['local'] => {
	const value: LocalAccount = {
		wiki: 'metawiki',
		groups: [],
		edits: 1,
		registered: null,
		block: null,
		emailable,
	};
	return { known: true, value, at: LATER };
};
const unknown = { known: false, reason: 'test' } as const;
/** The nth applicant, who gave no address. */
const withoutEmail = (index: number, emailable = false) =>
	createReviewed(index, 'received', {
		application: { ...createApplication(index * 2).application, email: 'not sent' },
		facts: { local: createLocalAccount(emailable), global: unknown },
	});

describe('unreachable applicants', () => {
	it('are listed by course, with counts', () => {
		const nobody = {
			...withoutEmail(2),
			facts: { local: { known: false, reason: 'no-account' }, global: unknown },
		} as const;
		const text = region({
			applications: [
				withoutEmail(1),
				withoutEmail(0),
				withoutEmail(3, true),
				nobody,
				createReviewed(4, 'received'),
			],
		});
		expect(text).toMatch(
			/== Who cannot be reached well ==\n=== Identifying [^\n]*\n\* Only on their talk page \(2\): \[\[:[^\]]*\|User 0\]\], \[\[:[^\]]*\|User 2\]\]\n\* Nobody knows how \(1\): \[\[:[^\]]*\|User 4\]\]\n/,
		);
	});

	it('can be reminded when the course asks for an address', () => {
		const asking = `To ask for missing addresses, use [[:${reviewedProgramme.root}/Review|`;
		expect(region({ applications: [withoutEmail(0)] })).toContain(asking);
		const questions = course.questions.filter(({ type }) => type !== 'private-email');
		const unasked = { ...reviewedProgramme, courses: [{ ...course, questions }] };
		expect(region({ applications: [withoutEmail(0)] }, unasked)).not.toContain(asking);
	});

	it('exclude people who are out and finished courses', () => {
		const out = (['withdrawn', 'declined', 'lapsed'] as const).map((state, index) => ({
			...withoutEmail(index),
			state,
		}));
		expect(region({ applications: out })).toContain('Nothing needs a person.');
		expect(region({ applications: [withoutEmail(0)], at: '2022-01-01T00:00:00Z' })).toContain(
			'Nothing needs a person.',
		);
		expect(region({ applications: [withoutEmail(0)] })).not.toContain('Nothing needs a person.');
	});

	it('are listed up to 50', () => {
		const text = region({ applications: Array.from({ length: 60 }, (_, index) => withoutEmail(index)) });
		expect(text).toContain('(60): ');
		expect(text.match(/\/Applications\//g)).toHaveLength(50);
	});
});

describe('the report as a whole', () => {
	it('has headings when there is more than problems, and lists problems first', () => {
		expect(region({ problems: [problem] })).not.toContain('==');
		const text = region({ problems: [problem], outbox: [createOutbox()], applications: [withoutEmail(0)] });
		expect(text.match(/^== .* ==$/gm)).toEqual([
			'== What needs a person ==',
			'== Notices that wait for release ==',
			'== Who cannot be reached well ==',
		]);
	});

	it('summarizes how many need attention and how many notices are pending', () => {
		const summary = (report: Partial<Report>) => page(report).summary;
		expect(summary({})).toBe('Nothing needs a person');
		expect(summary({ problems: [problem, problem] })).toBe('1 thing needs a person');
		expect(summary({ outbox: [createOutbox()] })).toBe('notices that wait for release: 2');
		expect(summary({ problems: [problem], outbox: [createOutbox()] })).toBe(
			'1 thing needs a person; notices that wait for release: 2',
		);
	});

	it.each(['en', 'ar', 'de', 'es', 'fr', 'pt', 'ru', 'zh-hans'])('has all messages in %s', (language) => {
		const until = course.notify;
		const blocks: readonly Obstacle[] = [
			{ kind: 'too-early', until },
			{ kind: 'grace-period', until },
			{ kind: 'programme-changed', until },
			{ kind: 'over-capacity', seats: 2 },
			{ kind: 'digest-mismatch', revid: 17 },
			{ kind: 'uncertain-action', revids: [17, 18] },
		];
		const holds = (
			['answers-changed', 'decided-after-release', 'uncertain-action', 'promoted-late'] as const
		).map((kind) => ({ kind, pages: ['Page'] }));
		const report = {
			...empty,
			problems: [problem],
			outbox: [createOutbox({ blocks, holds, undecided: ['Page'] }), createOutbox({ released: true })],
			applications: [withoutEmail(0)],
		};
		const programme = { ...reviewedProgramme, language };
		const { region: text } = renderReportPage(programme, report, translateInto(language));
		expect(text).not.toContain('⧼');
		expect(text).not.toContain('\ue000');
		expect(text).not.toContain('$');
	});
});
