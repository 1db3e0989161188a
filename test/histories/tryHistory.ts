import type { CycleCache } from '../../bot/cycle/cache/cycleCache.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { expectSameOutcome } from '../attacks/expectSameOutcome.ts';
import { SeededRandom } from '../bot/cycle/seededRandom.ts';
import { createCourseWorld, type CourseWorld, type Done } from '../world/courseWorld.ts';
import { createFakeWorld } from '../world/createFakeWorld.ts';
import type { World } from '../world/world.ts';
import { HistoryChecker } from './historyChecker.ts';
import { Oracle } from './oracle.ts';
import { RandomPeople } from './randomPeople.ts';

/** The actions of a history, and the problem at its end, or null. */
export interface TriedHistory {
	readonly seed: number;
	readonly steps: readonly string[];
	readonly wrong: string | null;
	readonly notices: number;
	readonly cycles: number;
}

const HISTORY_PEOPLE = ['Ana', 'Ben', 'Eve', 'Olu'] as const;

/** With offers, without look-ups, and with notices about decisions and offers only. */
export function createHistoryWorld(world: World, now: number): Promise<CourseWorld> {
	return createCourseWorld(world, {
		now,
		people: HISTORY_PEOPLE,
		programme: (draft) => ({
			...draft,
			offers: { confirmDays: 7, reminderDays: 2 },
			notices: ['offer'],
			courses: draft.courses.map((course) => ({ ...course, requirements: [] })),
		}),
	});
}

/** Tries a history on its own fake wiki. */
export async function tryInMemory(seed: number, steps: number): Promise<TriedHistory> {
	const world = createFakeWorld();
	world.wiki.state.globals = new Map();
	return tryHistory(await createHistoryWorld(world, world.wiki.state.now), seed, steps);
}

/** Tries one history: random user actions with cycles in between, and all invariants checked after each cycle. */
export async function tryHistory(course: CourseWorld, seed: number, steps: number): Promise<TriedHistory> {
	const random = new SeededRandom(seed);
	const oracle = new Oracle();
	const people = new RandomPeople(course, oracle, random);
	const checker = new HistoryChecker(course, oracle);
	const journal: string[] = [];
	let cache: CycleCache | null = null;
	let cycles = 0;
	const cycle = async (previous: CycleCache | null): Promise<Done> => {
		const now = await course.now();
		const done = await course.cycle(people.suppressed ? null : previous);
		people.suppressed = false;
		cycles++;
		({ cache } = done);
		await checker.check(done, now);
		people.seen = done;
		return done;
	};
	let wrong: string | null = null;
	try {
		for (const user of ['Ana', 'Ben', 'Eve']) await course.apply(user, `I am ${user}`);
		await course.wait(21 * 24 * 60);
		await cycle(null);
		for (let count = 0; count < steps; count++) {
			journal.push(await ignoreRefusal(people.step()));
			if (random.chance(0.15)) {
				const isFull = random.chance(0.2);
				journal.push(isFull ? 'a full cycle' : 'a cycle');
				await cycle(isFull ? null : cache);
			}
		}
		journal.push('the last cycles');
		await cycle(cache);
		const last = await cycle(cache);
		const full = await cycle(null);
		expectSameOutcome(last, full);
		const again = await cycle(null);
		const written = again.published.filter(({ kind }) => kind === 'saved').map(({ title }) => title);
		if (written.length > 0) throw new Error(`a second full cycle writes ${written.join(', ')}`);
	} catch (error) {
		wrong = error instanceof Error ? (error.stack ?? error.message) : String(error);
	}
	return { seed, steps: journal, wrong, notices: people.seen?.sent.length ?? 0, cycles };
}

/** Ignores rejections, such as of missing pages or existing titles. */
async function ignoreRefusal(step: Promise<string>): Promise<string> {
	try {
		return await step;
	} catch (error) {
		if (error instanceof WikiError) return `refused: ${error.code}`;
		throw error;
	}
}
