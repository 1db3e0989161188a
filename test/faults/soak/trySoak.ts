import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import type { FaultOptions, FaultRow } from '../part.ts';
import { findNotices } from '../world/findNotices.ts';
import { createFaultyPort } from './faultyPort.ts';
import { measureResources, slope, type ResourceUsage } from './resourceUsage.ts';
import { MemoryWorld } from './memoryWorld.ts';
import { soak, type SoakOutcome } from './soak.ts';
import { soakOnWiki } from './soakOnWiki.ts';

const CYCLES = 2_000;
const CYCLES_ON_WIKI = 300;
/** Cycles per wiki: replacing a fake wiki frees its memory. */
const CYCLES_PER_WIKI = { inMemory: 50, onWiki: 25 };
const FAULTY_SHARE = 0.05;
/**
 * Bytes per cycle. Compilation by V8 takes one or two thousand, less in longer runs; a leaked cache adds five
 * thousand even on these small wikis.
 */
const MAX_GROWTH = 4_000;
/** With fewer samples, compilation dominates. */
const SAMPLES = 8;

interface Round {
	readonly outcome: SoakOutcome;
	readonly then: ResourceUsage;
	/** The number of notices sent. */
	readonly notices: number;
}

/** Thousands of cycles in one process, with random faults and changes. */
export async function trySoak({ seed, every, print }: FaultOptions): Promise<readonly FaultRow[]> {
	const inMemory: Round[] = [];
	for (let round = 0; round < Math.ceil(CYCLES / CYCLES_PER_WIKI.inMemory / every); round++) {
		const soaked = await soakInMemory(new SeededRandom(seed * 1000 + round));
		inMemory.push({ ...soaked, then: await measureResources() });
	}
	const onWiki: Round[] = [];
	await soakOnWiki(
		seed,
		Math.ceil(CYCLES_ON_WIKI / CYCLES_PER_WIKI.onWiki / every),
		CYCLES_PER_WIKI.onWiki,
		(outcome, then) => {
			onWiki.push({ outcome, then, notices: 0 });
		},
	);
	return [
		createRow('cycles in one process, faults and changes', inMemory, CYCLES_PER_WIKI.inMemory, print),
		createRow('the same on a real wiki', onWiki, CYCLES_PER_WIKI.onWiki, print),
	];
}

async function soakInMemory(random: SeededRandom): Promise<Omit<Round, 'then'>> {
	const world = new MemoryWorld(random);
	await world.begin();
	const reliable = world.wiki.as(BOT);
	const faulty = createFaultyPort(reliable, random, FAULTY_SHARE);
	const outcome = await soak(
		{ act: () => world.actSeveralTimes(), faulty, reliable },
		CYCLES_PER_WIKI.inMemory,
	);
	const sent = findNotices(world.read());
	const twice = sent.find((noticeId, index) => sent.indexOf(noticeId) !== index);
	const differs = twice === undefined ? outcome.differs : `${twice} was sent twice`;
	return { outcome: { ...outcome, differs }, notices: sent.length };
}

function createRow(
	tried: string,
	rounds: readonly Round[],
	cycles: number,
	print: FaultOptions['print'],
): FaultRow {
	for (const { then } of rounds) print(`${tried}: ${formatMegabytes(then)}, ${then.handles} handles`);
	// Most compilation and permanent allocation happens in the first rounds.
	const warm = rounds.slice(Math.ceil(rounds.length / 4)).map(({ then }) => then);
	const growth = slope(warm.map(({ heap }) => heap)) / cycles;
	const handles = slope(warm.map((sample) => sample.handles));
	const lost = [
		...rounds.flatMap(({ outcome: { differs } }, round) => (differs ? [`round ${round}: ${differs}`] : [])),
		...(warm.length >= SAMPLES && growth > MAX_GROWTH
			? [`the heap grows by ${growth.toFixed(0)} bytes a cycle`]
			: []),
		...(handles >= 1 ? [`${handles.toFixed(2)} handles more after each ${cycles} cycles`] : []),
	];
	for (const loss of lost) print(`LOST: ${loss}`);
	const last = rounds[rounds.length - 1]?.then ?? { heap: 0, handles: 0 };
	const failed = rounds.reduce((sum, { outcome }) => sum + outcome.failed, 0);
	const notices = rounds.reduce((sum, round) => sum + round.notices, 0);
	const detail =
		(notices > 0 ? `${notices} notices; ` : '') +
		`heap ${growth.toFixed(0)} bytes a cycle, ${formatMegabytes(last)} in the end; handles ${handles.toFixed(2)}, ` +
		`${last.handles} in the end; ${failed} cycles gave up`;
	return { name: tried, times: rounds.length * cycles, lost: lost.length, detail: lost[0] ?? detail };
}

function formatMegabytes({ heap }: ResourceUsage): string {
	return `${(heap / 1e6).toFixed(1)} MB`;
}
