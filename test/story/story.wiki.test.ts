import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNoticeMark } from '../../shared/notices/notice.ts';
import { noticeChoices } from '../../shared/programme/schema.ts';
import { cycleProgramme } from '../bot/cycle/cycleProgramme.ts';
import { BOT, startCycleWiki, type CycleWiki } from '../bot/cycle/startCycleWiki.ts';
import { deployTemplates } from '../bot/render/deployTemplates.ts';
import { readWiki, type WholeWiki } from '../faults/world/readWiki.ts';
import { wikiAdmin } from '../wiki/prepareTemplate.ts';
import { PASSWORD } from '../demo/accounts.ts';
import { tellStory } from '../demo/tellStory.ts';
import { cast } from './cast.ts';
import { leaksIn } from './leaksIn.ts';
import type { Done } from './play.ts';
import { STORY, STORY_OFFERS, storyCourse } from './storyCourse.ts';

const REVIEWERS = ['Rita', 'Ravi', 'Ruth'];

interface Talk {
	readonly query: { readonly usercontribs: readonly { readonly title: string; readonly comment: string }[] };
}

describe('a whole course', () => {
	let wiki: CycleWiki;
	let cycles: ReadonlyMap<string, Done>;
	let pages: WholeWiki;
	const told: string[] = [];

	beforeAll(async () => {
		const base = cycleProgramme();
		const [like] = base.courses;
		const draft = {
			...base,
			notices: noticeChoices,
			reviewers: REVIEWERS.map((name) => ({ name })),
			offers: STORY_OFFERS,
			courses: like ? [storyCourse(like, 'Learn', Date.now())] : [],
		};
		const reviewers = REVIEWERS.map((name) => ({ name, password: PASSWORD }));
		wiki = await startCycleWiki(reviewers, '', draft);
		await deployTemplates(wiki.running);
		let bookmark: Done['bookmark'] | null = null;
		const cycle = async (): Promise<Done> => {
			const done: Done = await wiki.cycle(bookmark);
			// Every other cycle has lost what the one before it knew.
			bookmark = bookmark ? null : done.bookmark;
			return done;
		};
		cycles = await tellStory({ wiki: wiki.running, programme: wiki.programme }, cycle, (line) =>
			told.push(line),
		);
		pages = await readWiki(await wiki.as(wikiAdmin.name));
		console.log(told.join('\n'));
	}, 600_000);
	afterAll(() => wiki.running.stop());

	const last = (): Done => {
		const done = cycles.get('today');
		if (!done) throw new Error('The story has no end.');
		return done;
	};

	it('leaves everybody with just the notices they should have', async () => {
		const { query } = await (
			await wiki.as(wikiAdmin.name)
		).get<Talk>({
			action: 'query',
			list: 'usercontribs',
			ucuser: BOT,
			ucnamespace: '3',
			ucprop: 'title|comment',
			uclimit: '500',
			ucdir: 'newer',
		});
		const toldTo = (name: string) =>
			query.usercontribs
				.filter(({ title }) => title === `User talk:${name}`)
				.map(({ comment }) => readNoticeMark(comment))
				.map((event) => `${event?.kind} ${event?.about.replace(/-?\d+$/, '')}`.trim());
		expect(Object.fromEntries(cast.map(({ name }) => [name, toldTo(name)]))).toEqual(
			Object.fromEntries(cast.map(({ name, told: should }) => [name, [...should]])),
		);
		const length = cast.flatMap(({ told: should }) => should).length;
		expect(query.usercontribs).toHaveLength(length);
		expect(told).toContain(`${length} notices went out, each once`);
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
			received: count('received'),
			withdrawn: count('withdrawn'),
		}).toEqual({
			confirmed: 38,
			'turned-down': 1,
			lapsed: 2,
			waitlisted: 7,
			declined: 9,
			// Nobody could tell him, so that nobody is told of it either.
			received: 1,
			withdrawn: 2,
		});
	});

	it('tells nobody anything while something forbids it or a release can be taken back, and says what', () => {
		const page = wiki.programme.courses[0]?.page ?? '';
		const announcing = (name: string) => cycles.get(name)?.notices.filter(({ kind }) => kind === 'decision');
		const [refused] = cycles.get('refused')?.outbox ?? [];
		expect(refused).toMatchObject({ course: STORY, released: true });
		expect(refused?.blocks.map(({ kind }) => kind)).toEqual(['over-seats']);
		const undecided = cast.filter(({ oddity }) => oddity === 'undecided at first');
		expect(refused?.undecided).toEqual(undecided.map(({ name }) => `${page}/Applications/${name}`));
		expect(refused?.waiting).toHaveLength(58);
		expect(announcing('refused')).toEqual([]);
		const [released] = cycles.get('released')?.outbox ?? [];
		expect(released?.blocks.map(({ kind }) => kind)).toEqual(['can-be-taken-back']);
		expect(announcing('released')).toEqual([]);
		expect(cycles.get('telling')?.outbox).toEqual([]);
		expect(announcing('telling')).toHaveLength(59);
	});

	it('shows nobody anything of a decision before its notice', () => {
		expect(leaksIn(pages, wiki.programme)).toEqual([]);
		// Had nobody been told, all that is shown in the end would be too much.
		const untold = new Map(Array.from(pages).filter(([title]) => !title.startsWith('User talk:')));
		expect(leaksIn(untold, wiki.programme).length).toBeGreaterThan(cast.length);
	});

	it('tells the team what needs a person', () => {
		const kinds = (name: string) => cycles.get(name)?.problems.map(({ kind }) => kind) ?? [];
		expect(kinds('deciding')).toContain('ineffective-template');
		expect(kinds('deciding')).toContain('ineffective-mark');
		expect(kinds('telling')).toContain('undelivered');
		expect(kinds('today')).not.toContain('audit-double-notice');
	});

	it('comes to rest', async () => {
		const { bookmark } = await wiki.cycle(null);
		const quiet = await wiki.cycle(bookmark);
		expect(quiet.published.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
	});
});
