import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNoticeMark } from '../../shared/notice/noticeMark.ts';
import { noticeChoices, type Programme } from '../../shared/programme/schema.ts';
import { cycleProgramme } from '../bot/cycle/cycleProgramme.ts';
import { BOT, startCycleWiki, type CycleWiki } from '../bot/cycle/startCycleWiki.ts';
import { deployTemplates } from '../bot/render/deployTemplates.ts';
import { cast } from './cast.ts';
import { play, type Done } from './play.ts';
import { STORY, withStoryCourse } from './storyCourse.ts';

const REVIEWERS = ['Rita', 'Ravi', 'Ruth'];

interface Talk {
	readonly query: { readonly usercontribs: readonly { readonly title: string; readonly comment: string }[] };
}

describe('a whole course', () => {
	let wiki: CycleWiki;
	let cycles: ReadonlyMap<string, Done>;

	beforeAll(async () => {
		const base: Programme = { ...cycleProgramme(), notices: [...noticeChoices], reviewers: REVIEWERS };
		const both = withStoryCourse(base, Date.now());
		const programme = { ...both, courses: both.courses.filter(({ id }) => id === STORY) };
		const people = [...REVIEWERS, ...cast.map(({ name }) => name)].map((name) => ({ name }));
		wiki = await startCycleWiki(people, '', programme);
		await deployTemplates(wiki.running);
		let bookmark: Done['bookmark'] | null = null;
		cycles = await play({
			wiki: wiki.running,
			programme,
			as: (name) => wiki.as(name),
			cycle: async () => {
				const done: Done = await wiki.cycle(bookmark);
				// Every other cycle has lost what the one before it knew.
				bookmark = bookmark ? null : done.bookmark;
				return done;
			},
			tell: () => undefined,
		});
	}, 600_000);
	afterAll(() => wiki.running.stop());

	const last = (): Done => {
		const done = cycles.get('today');
		if (!done) throw new Error('The story has no end.');
		return done;
	};

	it('leaves everybody with just the notices they should have', async () => {
		const { query } = await (
			await wiki.as('Rita')
		).get<Talk>({
			action: 'query',
			list: 'usercontribs',
			ucuser: BOT,
			ucnamespace: '3',
			ucprop: 'title|comment',
			uclimit: '500',
			ucdir: 'newer',
		});
		const told = (name: string) =>
			query.usercontribs
				.filter(({ title }) => title === `User talk:${name}`)
				.map(({ comment }) => readNoticeMark(comment))
				.map((event) => `${event?.kind} ${event?.about.replace(/-?\d+$/, '')}`.trim());
		expect(Object.fromEntries(cast.map(({ name }) => [name, told(name)]))).toEqual(
			Object.fromEntries(cast.map(({ name, told: should }) => [name, [...should]])),
		);
		expect(query.usercontribs).toHaveLength(cast.flatMap(({ told: should }) => should).length);
	});

	it('fills the seats, and no more', () => {
		const states = last().applications.map(({ state }) => state);
		const count = (state: string) => states.filter((one) => one === state).length;
		expect({
			confirmed: count('confirmed'),
			'turned-down': count('turned-down'),
			lapsed: count('lapsed'),
			waitlisted: count('waitlisted'),
			declined: count('declined'),
			withdrawn: count('withdrawn'),
		}).toEqual({
			confirmed: 38,
			'turned-down': 1,
			lapsed: 2,
			waitlisted: 7,
			declined: 10,
			withdrawn: 2,
		});
	});

	it('releases nothing while something forbids it, and says what', () => {
		const [outbox] = cycles.get('refused')?.outbox ?? [];
		expect(outbox).toMatchObject({ course: STORY, asked: true });
		expect(outbox?.obstacles.map(({ kind }) => kind)).toEqual(['undecided', 'over-seats']);
		expect(outbox?.waiting).toHaveLength(58);
		expect(cycles.get('telling')?.outbox).toEqual([]);
	});

	it('tells the team what needs a person', () => {
		const kinds = (name: string) => cycles.get(name)?.problems.map(({ kind }) => kind) ?? [];
		expect(kinds('deciding')).toContain('foreign-decision');
		expect(kinds('telling')).toContain('undelivered');
		expect(kinds('today')).not.toContain('audit-double-notice');
	});

	it('comes to rest', async () => {
		const { bookmark } = await wiki.cycle(null);
		const quiet = await wiki.cycle(bookmark);
		expect(quiet.published.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
	});
});
