import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNoticeMark } from '../../shared/notices/notice.ts';
import { OPTIONAL_NOTICES } from '../../shared/programme/schema.ts';
import { createCycleProgramme } from '../bot/cycle/createCycleProgramme.ts';
import { BOT, startCycleWiki, type CycleWiki } from '../bot/cycle/startCycleWiki.ts';
import { deployTemplates } from '../bot/render/deployTemplates.ts';
import { readWiki, type WikiContents } from '../faults/world/readWiki.ts';
import { wikiAdmin } from '../wiki/prepareTemplate.ts';
import { PASSWORD } from '../demo/accounts.ts';
import { playDemoCourse } from '../demo/playDemoCourse.ts';
import { cast } from './cast.ts';
import { findLeaks } from './findLeaks.ts';
import type { Done } from './playCourse.ts';
import { STORY, STORY_OFFERS, createStoryCourse } from './storyCourse.ts';

const REVIEWERS = ['Rita', 'Ravi', 'Ruth'];

interface Talk {
	readonly query: { readonly usercontribs: readonly { readonly title: string; readonly comment: string }[] };
}

describe('a whole course', () => {
	let wiki: CycleWiki;
	let cycles: ReadonlyMap<string, Done>;
	let pages: WikiContents;
	const noticesTo: string[] = [];

	beforeAll(async () => {
		const base = createCycleProgramme();
		const [like] = base.courses;
		const draft = {
			...base,
			notices: OPTIONAL_NOTICES,
			reviewers: REVIEWERS.map((name) => ({ name })),
			offers: STORY_OFFERS,
			courses: like ? [createStoryCourse(like, 'Learn', Date.now())] : [],
		};
		const reviewers = REVIEWERS.map((name) => ({ name, password: PASSWORD }));
		wiki = await startCycleWiki(reviewers, '', draft);
		await deployTemplates(wiki.running);
		let cache: Done['cache'] | null = null;
		const cycle = async (): Promise<Done> => {
			const done: Done = await wiki.cycle(cache);
			// Every other cycle has lost what the one before it knew.
			cache = cache ? null : done.cache;
			return done;
		};
		cycles = await playDemoCourse({ wiki: wiki.running, programme: wiki.programme }, cycle, (line) =>
			noticesTo.push(line),
		);
		pages = await readWiki(await wiki.as(wikiAdmin.name));
		console.log(noticesTo.join('\n'));
	}, 600_000);
	afterAll(() => wiki.running.stop());

	const last = (): Done => {
		const done = cycles.get('today');
		if (!done) throw new Error('The story has no end.');
		return done;
	};

	it('sends everybody exactly the notices they should get', async () => {
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
			Object.fromEntries(cast.map(({ name, notices: should }) => [name, [...should]])),
		);
		const length = cast.flatMap(({ notices: should }) => should).length;
		expect(query.usercontribs).toHaveLength(length);
		expect(noticesTo).toContain(`${length} notices went out, each once`);
	});

	it('fills the seats without exceeding them', () => {
		const states = last().applications.map(({ state }) => state);
		const count = (state: string) => states.filter((candidate) => candidate === state).length;
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

	it('sends nothing while blocked or while the release can be taken back, and says why', () => {
		const page = wiki.programme.courses[0]?.page ?? '';
		const announcing = (name: string) => cycles.get(name)?.notices.filter(({ kind }) => kind === 'decision');
		const [refused] = cycles.get('refused')?.outbox ?? [];
		expect(refused).toMatchObject({ course: STORY, released: true });
		expect(refused?.blocks.map(({ kind }) => kind)).toEqual(['over-capacity']);
		const undecided = cast.filter(({ specialCase: oddity }) => oddity === 'undecided at first');
		expect(refused?.undecided).toEqual(undecided.map(({ name }) => `${page}/Applications/${name}`));
		expect(refused?.waiting).toHaveLength(58);
		expect(announcing('refused')).toEqual([]);
		const [released] = cycles.get('released')?.outbox ?? [];
		expect(released?.blocks.map(({ kind }) => kind)).toEqual(['grace-period']);
		expect(announcing('released')).toEqual([]);
		expect(cycles.get('telling')?.outbox).toEqual([]);
		expect(announcing('telling')).toHaveLength(59);
	});

	it('shows nothing of a decision before its notice', () => {
		expect(findLeaks(pages, wiki.programme)).toEqual([]);
		// Had nobody been told, all that is shown in the end would be too much.
		const untold = new Map(Array.from(pages).filter(([title]) => !title.startsWith('User talk:')));
		expect(findLeaks(untold, wiki.programme).length).toBeGreaterThan(cast.length);
	});

	it('reports what needs attention', () => {
		const kinds = (name: string) => cycles.get(name)?.problems.map(({ kind }) => kind) ?? [];
		expect(kinds('deciding')).toContain('ineffective-template');
		expect(kinds('deciding')).toContain('ineffective-mark');
		expect(kinds('telling')).toContain('undelivered');
		expect(kinds('today')).not.toContain('duplicate-notice');
	});

	it('becomes idle at the end', async () => {
		const { cache } = await wiki.cycle(null);
		const quiet = await wiki.cycle(cache);
		expect(quiet.published.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
	});
});
