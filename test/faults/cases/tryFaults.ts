import type { FaultOptions, FaultPart } from '../part.ts';
import { FAULTS } from '../proxy/fault.ts';
import type { Row } from '../row.ts';
import { copyWorld, startFaultWorld, type FaultWorld } from '../world/faultWorld.ts';
import { faultCases, nameOf, tryFault, withoutFault, type FaultCase } from './faultCase.ts';

interface Tried {
	readonly one: FaultCase;
	readonly lost: readonly string[];
	readonly extra: readonly string[];
	readonly ended: boolean;
}

/** Every request of a cycle that knows the one before is hit in turn with every fault. */
export const tryFaults: FaultPart = (options) => tryKind('a fault at one request', false, true, options);

/** The same in a cycle that knows nothing: all requests of the gathering are among its own. */
export const tryFirstCycle: FaultPart = (options) =>
	tryKind('a fault at one request of a first cycle', false, false, options);

/** From one request on, all fail: the cycle cannot go on, wherever it is. */
export const tryOutages: FaultPart = (options) => tryKind('a fault from one request on', true, true, options);

async function tryKind(
	name: string,
	lasting: boolean,
	knowing: boolean,
	{ seed, every, tell }: FaultOptions,
): Promise<readonly Row[]> {
	const first = await startFaultWorld();
	const worlds = [first, await copyWorld(first)];
	try {
		const { requests } = await withoutFault(first, knowing);
		const all = faultCases(requests, lasting, knowing);
		const cases = all.filter((_, index) => index % every === seed % every);
		tell(`${requests} requests, ${cases.length} of ${all.length} cases`);
		const queue = cases.values();
		const tried = await Promise.all(worlds.map((world) => work(world, queue, knowing, tell)));
		return [rowOf(name, requests, tried.flat())];
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
		if (tried.length % 25 === 0) tell(`${tried.length} cases tried here`);
	}
	return tried;
}

function rowOf(name: string, requests: number, tried: readonly Tried[]): Row {
	const lost = tried.filter((one) => one.lost.length > 0);
	const ended = tried.filter((one) => one.ended).length;
	const extra = tried.filter((one) => one.extra.length > 0).length;
	const detail =
		`${requests} requests, ${FAULTS.length} faults; ${ended} cycles went on to their end; ` +
		`in ${extra} cases a page other than the report was edited more often`;
	return {
		tried: name,
		times: tried.length,
		lost: lost.length,
		detail: lost[0] ? nameOf(lost[0].one) : detail,
	};
}
