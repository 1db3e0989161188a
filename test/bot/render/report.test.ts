import { describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import type { Outbox } from '../../../bot/notices/plannedNotice.ts';
import { renderReportPage } from '../../../bot/render/renderReportPage.ts';
import type { Report } from '../../../bot/render/renderReport.ts';
import { translateInto } from '../../../bot/translateInto.ts';
import { readReleases } from '../../../shared/notice/release.ts';
import type { LocalAccount } from '../../../shared/rules/facts.ts';
import { application, BOT, translate } from './cohort.ts';
import { course, LATER, outbox, reviewed, reviewedProgramme, waiting } from './reviewed.ts';

const empty: Report = { problems: [], outbox: [], applications: [], at: LATER };
const page = (report: Partial<Report>, programme = reviewedProgramme) =>
	renderReportPage(programme, BOT, { ...empty, ...report }, translate);
/** Without what sets names apart in texts of another direction. */
const region = (report: Partial<Report>, programme = reviewedProgramme) =>
	page(report, programme).region.replace(/<\/?bdi>/g, '');
const held = (changes: Partial<Outbox>, programme = reviewedProgramme) =>
	region({ outbox: [outbox(changes)] }, programme);
const problem = { kind: 'missing-page', about: 'Page', detail: '' } as const;

describe('the outbox on the report', () => {
	it('says which text goes to whom, and how many they are', () => {
		const declined = { text: 'declined', about: 'declined-1' } as const;
		const text = held({ waiting: [waiting(1), waiting(2, declined), waiting(0)] });
		expect(text).toContain('== Notices that wait for release ==\n=== Identifying and Addressing');
		expect(text).toMatch(
			/^\* accepted \(2\): \[\[:[^\]]*\/User 0\|User 0\]\], \[\[:[^\]]*\/User 2\|User 2\]\]$/m,
		);
		expect(text).toMatch(/^\* declined \(1\): \[\[:[^\]]*\|User 4\]\]$/m);
	});

	it('tells promotions and corrections apart', () => {
		const text = held({ waiting: [waiting(0, { kind: 'promotion' }), waiting(1, { kind: 'correction' })] });
		expect(text).toMatch(/\(1, from the waitlist\): .*User 0\]\]$/m);
		expect(text).toMatch(/\(1, as a correction\): .*User 2\]\]$/m);
	});

	it('names fifty, and how many more', () => {
		const text = held({ waiting: Array.from({ length: 73 }, (_, index) => waiting(index)) });
		expect(text).toContain(' (73): ');
		expect(text.match(/\/Applications\//g)).toHaveLength(50);
		expect(text).toMatch(/\]\], and 23 more$/m);
	});

	it('says what forbids a release, with links', () => {
		const pages = ['Course/Applications/Ada', 'Talk:Course', 'Course/Applications/Bo'];
		const text = held({
			obstacles: [
				{ kind: 'too-early', pages: [], detail: course.notify },
				{ kind: 'undecided', pages, detail: '' },
				{ kind: 'over-seats', pages: [], detail: '3' },
				{ kind: 'changed-since-decision', pages: ['Course/Applications/Cy'], detail: '' },
			],
		});
		const lines = text.split('\n');
		expect(lines.slice(lines.indexOf('What forbids the release:') + 1, -6)).toEqual([
			'* Answers do not go out before 2021-01-18 12:00 UTC.',
			'* Undecided (3): [[:Course/Applications/Ada|Ada]], [[:Course/Applications/Bo|Bo]], [[:Talk:Course|Talk:Course]]',
			'* More people were accepted than there are seats: 3 too many.',
			'* Changed since the decision, so that somebody has to look again (1): [[:Course/Applications/Cy|Cy]]',
		]);
	});

	it('shows how a release is made, and is none itself', () => {
		const text = held({});
		expect(text).toContain(`[[:${reviewedProgramme.root}/Review|`);
		expect(text).toContain(`wikilearn-bot release ${course.id}`);
		expect(text).toContain(`course=${course.id}`);
		expect(text).not.toContain('{{WikiLearn release');
		expect(text).not.toContain('~~~');
		expect(readReleases(text)).toEqual([]);
		const copied = `{{WikiLearn release|course=${course.id}|date=~~~~~}}`;
		expect(readReleases(copied)).toMatchObject([{ course: course.id }]);
		const shown = text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
		expect(shown).toContain(copied);
	});

	it('says that a release was asked for, or that none is needed', () => {
		expect(held({ asked: true })).toContain('A reviewer has released them');
		expect(held({ asked: true })).not.toContain('wikilearn-bot release');
		const automatic = held({}, { ...reviewedProgramme, release: 'automatic' });
		expect(automatic).toContain('They go out by themselves');
		expect(automatic).not.toContain('wikilearn-bot release');
	});

	it('is the same in whichever order it was made, whatever the notices say', () => {
		const some = [waiting(3), waiting(1, { kind: 'correction' }), waiting(2)];
		const later = [...some].reverse().map((one) => ({ ...one, params: { until: '2021-02-09 12:00 UTC' } }));
		expect(held({ waiting: later })).toBe(held({ waiting: some }));
	});
});

const local = (emailable: boolean): AssessedApplication['facts']['local'] => {
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
const unknown = { known: false, why: 'test' } as const;
/** The nth applicant, who gave no address. */
const silent = (index: number, emailable = false) =>
	reviewed(index, 'received', {
		application: { ...application(index * 2).application, email: 'not sent' },
		facts: { local: local(emailable), global: unknown },
	});

describe('who cannot be reached well', () => {
	it('is named by course, with how many they are', () => {
		const nobody = {
			...silent(2),
			facts: { local: { known: false, why: 'no-account' }, global: unknown },
		} as const;
		const text = region({
			applications: [silent(1), silent(0), silent(3, true), nobody, reviewed(4, 'received')],
		});
		expect(text).toMatch(
			/== Who cannot be reached well ==\n=== Identifying [^\n]*\n\* Only on their talk page \(2\): \[\[:[^\]]*\|User 0\]\], \[\[:[^\]]*\|User 2\]\]\n\* Nobody knows how \(1\): \[\[:[^\]]*\|User 4\]\]\n/,
		);
	});

	it('can be asked, where the course asks for an address', () => {
		expect(region({ applications: [silent(0)] })).toContain(`wikilearn-bot remind ${course.id}`);
		const questions = course.questions.filter(({ type }) => type !== 'private-email');
		const unasked = { ...reviewedProgramme, courses: [{ ...course, questions }] };
		expect(region({ applications: [silent(0)] }, unasked)).not.toContain('wikilearn-bot remind');
	});

	it('is nobody who is out, or whose course is over', () => {
		const out = (['withdrawn', 'declined', 'lapsed'] as const).map((state, index) => ({
			...silent(index),
			state,
		}));
		expect(region({ applications: out })).toContain('Nothing needs a person.');
		expect(region({ applications: [silent(0)], at: '2022-01-01T00:00:00Z' })).toContain(
			'Nothing needs a person.',
		);
		expect(region({ applications: [silent(0)] })).not.toContain('Nothing needs a person.');
	});

	it('names fifty', () => {
		const text = region({ applications: Array.from({ length: 60 }, (_, index) => silent(index)) });
		expect(text).toContain('(60): ');
		expect(text.match(/\/Applications\//g)).toHaveLength(50);
	});
});

describe('the report as a whole', () => {
	it('has headings where there is more than problems, these first', () => {
		expect(region({ problems: [problem] })).not.toContain('==');
		const text = region({ problems: [problem], outbox: [outbox()], applications: [silent(0)] });
		expect(text.match(/^== .* ==$/gm)).toEqual([
			'== What needs a person ==',
			'== Notices that wait for release ==',
			'== Who cannot be reached well ==',
		]);
	});

	it('says in its summary how many need a person, and how many notices wait', () => {
		const summary = (report: Partial<Report>) => page(report).describe('', '').summary;
		expect(summary({})).toBe('Nothing needs a person');
		expect(summary({ problems: [problem, problem] })).toBe('1 thing needs a person');
		expect(summary({ outbox: [outbox()] })).toBe('notices that wait for release: 2');
		expect(summary({ problems: [problem], outbox: [outbox()] })).toBe(
			'1 thing needs a person; notices that wait for release: 2',
		);
	});

	it.each(['en', 'ar', 'de', 'es', 'fr', 'pt', 'ru', 'zh-hans'])('has words for it all in %s', (language) => {
		const obstacles = (
			['too-early', 'undecided', 'over-seats', 'changed-since-decision', 'promoted-late'] as const
		).map((kind) => ({ kind, pages: ['Page'], detail: kind === 'too-early' ? course.notify : '2' }));
		const report = {
			...empty,
			problems: [problem],
			outbox: [outbox({ obstacles })],
			applications: [silent(0)],
		};
		const programme = { ...reviewedProgramme, language };
		const { region: text } = renderReportPage(programme, BOT, report, translateInto(language));
		expect(text).not.toContain('⧼');
		expect(text).not.toContain('\ue000');
		expect(text).not.toContain('$');
	});
});
