import type { FaultOptions } from '../part.ts';
import type { Row } from '../row.ts';
import { copyWorld, startFaultWorld, type FaultWorld } from '../world/faultWorld.ts';
import { faultCases, nameOf, tryFault, withoutFault, type FaultCase } from './faultCase.ts';

interface Tried {
	readonly one: FaultCase;
	readonly lost: readonly string[];
	readonly extra: readonly string[];
	readonly ended: boolean;
}

/** Every request of a cycle is hit in turn with every fault. */
export async function tryFaults({ seed, every, tell }: FaultOptions): Promise<readonly Row[]> {
	const first = await startFaultWorld();
	const worlds = [first, await copyWorld(first)];
	try {
		const tried: Tried[] = [];
		for (const knowing of [false, true]) {
			const { requests } = await withoutFault(first, knowing);
			const all = faultCases(requests, knowing);
			const cases = all.filter((_, index) => index % every === seed % every);
			tell(`${requests} requests, ${cases.length} of ${all.length} cases`);
			const queue = cases.values();
			const lanes = worlds.map((world) => work(world, queue, knowing, tell));
			tried.push(...(await Promise.all(lanes)).flat());
		}
		return [false, true].map((lasting) => rowOf(tried, lasting));
	} finally {
		await Promise.all(worlds.map((world) => world.stop()));
	}
}

async function work(
	world: FaultWorld,
	queue: Iterator<FaultCase> & Iterable<FaultCase>,
	knowing: boolean,
	tell: FaultOptions['tell'],
): Promise<readonly Tried[]> {
	const { wiki } = await withoutFault(world, knowing);
	const tried: Tried[] = [];
	for (const one of queue) {
		const { lost, extra, ended } = await tryFault(world, one, wiki);
		tried.push({ one, lost, extra, ended });
		if (lost.length > 0) tell(`LOST: ${nameOf(one)}: ${lost.join('; ')}`);
		if (extra.length > 0) tell(`${nameOf(one)}: edited more often: ${extra.join(', ')}`);
		if (tried.length % 50 === 0) tell(`${tried.length} cases tried here`);
	}
	return tried;
}

function rowOf(all: readonly Tried[], lasting: boolean): Row {
	const tried = all.filter(({ one }) => one.lasting === lasting);
	const lost = tried.filter((one) => one.lost.length > 0);
	const ended = tried.filter((one) => one.ended).length;
	const extra = tried.filter((one) => one.extra.length > 0).length;
	return {
		tried: lasting ? 'a fault from one request on' : 'a fault at one request',
		times: tried.length,
		lost: lost.length,
		detail:
			lost[0] !== undefined
				? nameOf(lost[0].one)
				: `${ended} cycles went on to their end; in ${extra} cases a page other than the report was edited more often`,
	};
}
