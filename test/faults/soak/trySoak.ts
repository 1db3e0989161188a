import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import type { FaultOptions } from '../part.ts';
import type { Row } from '../row.ts';
import { noticesIn } from '../world/noticesIn.ts';
import { faultyPort } from './faultyPort.ts';
import { held, slope, type Held } from './held.ts';
import { MemoryWorld } from './memoryWorld.ts';
import { soak, type SoakOutcome } from './soak.ts';
import { soakOnWiki } from './soakOnWiki.ts';

const CYCLES = 2_000;
const CYCLES_ON_WIKI = 300;
/** So many cycles on one wiki: what a fake one holds in memory is let go with it. */
const ON_ONE = { inMemory: 50, onWiki: 25 };
const FAULTY_SHARE = 0.05;
/**
 * Bytes for each cycle. While V8 still compiles it is one or two thousand, less in longer runs; a bookmark that is kept
 * somewhere makes it five thousand more even on these small wikis.
 */
const GROWTH_ALLOWED = 4_000;
/** Of fewer samples, the compiling is too large a part to judge by. */
const SAMPLES = 8;

interface Round {
	readonly outcome: SoakOutcome;
	readonly then: Held;
	/** How many notices went out. */
	readonly notices: number;
}

/** Thousands of cycles in one process, with random faults and changes. */
export async function trySoak({ seed, every, tell }: FaultOptions): Promise<readonly Row[]> {
	const inMemory: Round[] = [];
	for (let round = 0; round < Math.ceil(CYCLES / ON_ONE.inMemory / every); round++) {
		const soaked = await soakInMemory(new SeededRandom(seed * 1000 + round));
		inMemory.push({ ...soaked, then: await held() });
	}
	const onWiki: Round[] = [];
	await soakOnWiki(
		seed,
		Math.ceil(CYCLES_ON_WIKI / ON_ONE.onWiki / every),
		ON_ONE.onWiki,
		(outcome, then) => {
			onWiki.push({ outcome, then, notices: 0 });
		},
	);
	return [
		rowOf('cycles in one process, faults and changes', inMemory, ON_ONE.inMemory, tell),
		rowOf('the same on a real wiki', onWiki, ON_ONE.onWiki, tell),
	];
}

async function soakInMemory(random: SeededRandom): Promise<Omit<Round, 'then'>> {
	const world = new MemoryWorld(random);
	await world.begin();
	const undisturbed = world.wiki.as(BOT);
	const faulty = faultyPort(undisturbed, random, FAULTY_SHARE);
	const outcome = await soak({ happen: () => world.happen(), faulty, undisturbed }, ON_ONE.inMemory);
	const sent = noticesIn(world.read());
	const twice = sent.find((one, index) => sent.indexOf(one) !== index);
	const differs = twice === undefined ? outcome.differs : `${twice} was sent twice`;
	return { outcome: { ...outcome, differs }, notices: sent.length };
}

function rowOf(tried: string, rounds: readonly Round[], cycles: number, tell: FaultOptions['tell']): Row {
	for (const { then } of rounds) tell(`${tried}: ${megabytes(then)}, ${then.handles} handles`);
	// In the first ones, most of what is kept for good is compiled and kept.
	const warm = rounds.slice(Math.ceil(rounds.length / 4)).map(({ then }) => then);
	const growth = slope(warm.map(({ heap }) => heap)) / cycles;
	const handles = slope(warm.map((one) => one.handles));
	const lost = [
		...rounds.flatMap(({ outcome: { differs } }, round) => (differs ? [`round ${round}: ${differs}`] : [])),
		...(warm.length >= SAMPLES && growth > GROWTH_ALLOWED
			? [`the heap grows by ${growth.toFixed(0)} bytes a cycle`]
			: []),
		...(handles >= 1 ? [`${handles.toFixed(2)} handles more after each ${cycles} cycles`] : []),
	];
	for (const what of lost) tell(`LOST: ${what}`);
	const last = rounds[rounds.length - 1]?.then ?? { heap: 0, handles: 0 };
	const failed = rounds.reduce((sum, { outcome }) => sum + outcome.failed, 0);
	const notices = rounds.reduce((sum, one) => sum + one.notices, 0);
	const detail =
		(notices > 0 ? `${notices} notices; ` : '') +
		`heap ${growth.toFixed(0)} bytes a cycle, ${megabytes(last)} in the end; handles ${handles.toFixed(2)}, ` +
		`${last.handles} in the end; ${failed} cycles gave up`;
	return { tried, times: rounds.length * cycles, lost: lost.length, detail: lost[0] ?? detail };
}

function megabytes({ heap }: Held): string {
	return `${(heap / 1e6).toFixed(1)} MB`;
}
