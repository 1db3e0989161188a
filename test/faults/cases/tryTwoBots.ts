import { WikiError } from '../../../shared/wiki/wiki.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import type { FaultOptions } from '../part.ts';
import { startFaultProxy, type FaultProxy } from '../proxy/startFaultProxy.ts';
import type { Row } from '../row.ts';
import { startFaultWorld, type FaultWorld } from '../world/faultWorld.ts';
import { extraEdits } from '../world/extraEdits.ts';
import { whatDiffers } from '../world/whatDiffers.ts';
import { withoutFault } from './faultCase.ts';

const TIMES = 100;
/** Milliseconds: up to so much later the second one starts, and so long a request waits at most. */
const LATEST_START = 700;
const LONGEST_DELAY = 50;

/** Two bots at once on the same wiki, started by chance. */
export async function tryTwoBots({ seed, every, tell }: FaultOptions): Promise<readonly Row[]> {
	const world = await startFaultWorld();
	const second = await startFaultProxy(world.running.port);
	try {
		const wanted = {
			knowing: (await withoutFault(world, true)).wiki,
			first: (await withoutFault(world, false)).wiki,
		};
		const lost: string[] = [];
		const times = Math.ceil(TIMES / every);
		let failed = 0;
		let extra = 0;
		for (let time = 0; time < times; time++) {
			const random = new SeededRandom(seed * 1000 + time);
			const knowing = random.chance(0.5);
			failed += await twoCycles(world, second, random, knowing);
			await world.undisturbedCycles(knowing ? world.bookmark : null, knowing);
			const found = await world.read();
			const expected = knowing ? wanted.knowing : wanted.first;
			const more = extraEdits(expected, found);
			extra += Number(more.length > 0);
			if (more.length > 0) tell(`time ${time}: edited more often: ${more.join(', ')}`);
			const differs = whatDiffers(expected, found);
			if (differs.length > 0) lost.push(`time ${time}: ${differs.join('; ')}`);
			if (time % 20 === 19) tell(`${time + 1} times`);
		}
		for (const what of lost) tell(`LOST: ${what}`);
		const detail =
			lost[0] ??
			`${failed} cycles gave up; ${extra} times a page other than the report was edited more often`;
		return [{ tried: 'two bots at once', times, lost: lost.length, detail }];
	} finally {
		await second.stop();
		await world.stop();
	}
}

/** @returns how many of the two could not go on */
async function twoCycles(
	world: FaultWorld,
	second: FaultProxy,
	random: SeededRandom,
	knowing: boolean,
): Promise<number> {
	await world.reset();
	const bookmark = knowing ? world.bookmark : null;
	const delay = () => random.next() * LONGEST_DELAY;
	world.proxy.arm({ faultFor: () => null, delay });
	second.arm({ faultFor: () => null, delay });
	const wait = random.next() * LATEST_START;
	const results = await Promise.allSettled([
		world.cycle(bookmark, { timeout: 60_000 }),
		new Promise((resolve) => setTimeout(resolve, wait)).then(() =>
			world.cycle(bookmark, { timeout: 60_000, apiUrl: second.apiUrl }),
		),
	]);
	const rejected = results.filter((one) => one.status === 'rejected');
	for (const { reason } of rejected) if (!(reason instanceof WikiError)) throw reason;
	return rejected.length;
}
