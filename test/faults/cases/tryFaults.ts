import type { FaultOptions, FaultPart } from '../part.ts';
import { FAULTS } from '../proxy/fault.ts';
import type { Row } from '../row.ts';
import { copyWorld, startFaultWorld, type FaultWorld } from '../world/faultWorld.ts';
import type { WholeWiki } from '../world/readWiki.ts';
import { faultCases, nameOf, tryFault, withoutFault, type FaultCase } from './faultCase.ts';

interface Tried {
	readonly one: FaultCase;
	readonly lost: readonly string[];
	readonly extra: readonly string[];
	readonly ended: boolean;
}

/** From so many cases on, a second wiki helps. */
const MANY = 20;

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
	const world = await startFaultWorld();
	const worlds = [world];
	try {
		const { requests, wiki } = await withoutFault(world, knowing);
		const all = faultCases(requests, lasting, knowing);
		const cases = all.filter((_, index) => index % every === seed % every);
		tell(`${requests} requests, ${cases.length} of ${all.length} cases`);
		const queue = cases.values();
		const lanes = [work(world, queue, wiki, tell)];
		if (cases.length >= MANY) {
			const other = await copyWorld(world);
			worlds.push(other);
			lanes.push(work(other, queue, (await withoutFault(other, knowing)).wiki, tell));
		}
		return [rowOf(name, requests, (await Promise.all(lanes)).flat())];
	} finally {
		await Promise.all(worlds.map((one) => one.stop()));
	}
}

async function work(
	world: FaultWorld,
	queue: Iterator<FaultCase> & Iterable<FaultCase>,
	wanted: WholeWiki,
	tell: FaultOptions['tell'],
): Promise<readonly Tried[]> {
	const tried: Tried[] = [];
	for (const one of queue) {
		const { lost, extra, ended } = await tryFault(world, one, wanted);
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
