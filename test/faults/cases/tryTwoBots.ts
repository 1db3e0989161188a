import { WikiError } from '../../../shared/wiki/wiki.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import type { FaultOptions, FaultRow } from '../part.ts';
import { startFaultProxy, type FaultProxy } from '../proxy/startFaultProxy.ts';
import { startFaultWorld, type FaultWorld } from '../world/faultWorld.ts';
import { findExtraEdits } from '../world/findExtraEdits.ts';
import { findDifferences } from '../world/findDifferences.ts';
import { runWithoutFault } from './faultCase.ts';

const TIMES = 100;
/** The maximum delay in milliseconds of the second bot's start, and of a request. */
const LATEST_START = 700;
const LONGEST_DELAY = 50;

/** Two concurrent bots on the same wiki, with random timing. */
export async function tryTwoBots({ seed, every, print }: FaultOptions): Promise<readonly FaultRow[]> {
	const world = await startFaultWorld();
	const second = await startFaultProxy(world.running.port);
	try {
		const expectedByCache = {
			knowing: (await runWithoutFault(world, true)).wiki,
			first: (await runWithoutFault(world, false)).wiki,
		};
		const lost: string[] = [];
		const times = Math.ceil(TIMES / every);
		let failed = 0;
		let extra = 0;
		for (let time = 0; time < times; time++) {
			const random = new SeededRandom(seed * 1000 + time);
			const hasCache = random.chance(0.5);
			failed += await runTwoCycles(world, second, random, hasCache);
			await world.runUndisturbedCycles(hasCache ? world.cache : null, hasCache);
			const found = await world.read();
			const expected = hasCache ? expectedByCache.knowing : expectedByCache.first;
			const more = findExtraEdits(expected, found);
			extra += Number(more.length > 0);
			if (more.length > 0) print(`time ${time}: edited more often: ${more.join(', ')}`);
			const differs = findDifferences(expected, found);
			if (differs.length > 0) lost.push(`time ${time}: ${differs.join('; ')}`);
			if (time % 20 === 19) print(`${time + 1} times`);
		}
		for (const loss of lost) print(`LOST: ${loss}`);
		const detail =
			lost[0] ??
			`${failed} cycles gave up; ${extra} times a page other than the report was edited more often`;
		return [{ name: 'two bots at once', times, lost: lost.length, detail }];
	} finally {
		await second.stop();
		await world.stop();
	}
}

/** @returns how many of the two failed */
async function runTwoCycles(
	world: FaultWorld,
	second: FaultProxy,
	random: SeededRandom,
	hasCache: boolean,
): Promise<number> {
	await world.reset();
	const cache = hasCache ? world.cache : null;
	const delay = () => random.next() * LONGEST_DELAY;
	world.proxy.arm({ faultFor: () => null, delay });
	second.arm({ faultFor: () => null, delay });
	const wait = random.next() * LATEST_START;
	const results = await Promise.allSettled([
		world.cycle(cache, { timeout: 60_000 }),
		new Promise((resolve) => setTimeout(resolve, wait)).then(() =>
			world.cycle(cache, { timeout: 60_000, apiUrl: second.apiUrl }),
		),
	]);
	const rejected = results.filter((result) => result.status === 'rejected');
	for (const { reason } of rejected) if (!(reason instanceof WikiError)) throw reason;
	return rejected.length;
}
