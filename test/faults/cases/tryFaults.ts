import type { FaultOptions, FaultPart, FaultRow } from '../part.ts';
import { FAULTS } from '../proxy/fault.ts';
import { copyWorld, startFaultWorld, type FaultWorld } from '../world/faultWorld.ts';
import type { WikiContents } from '../world/readWiki.ts';
import {
	createFaultCases,
	describeFaultCase,
	tryFault,
	runWithoutFault,
	type FaultCase,
} from './faultCase.ts';

interface TriedFault {
	readonly faultCase: FaultCase;
	readonly lost: readonly string[];
	readonly extra: readonly string[];
	readonly ended: boolean;
}

/** The number of cases that justifies a second wiki. */
const MANY_CASES = 20;

/** Every fault at every request of a cycle with a cache. */
export const tryFaults: FaultPart = (options) => tryKind('a fault at one request', false, true, options);

/** The same without a cache, which includes all requests that read submissions. */
export const tryFirstCycle: FaultPart = (options) =>
	tryKind('a fault at one request of a first cycle', false, false, options);

/** All requests fail from one on: the cycle cannot continue. */
export const tryOutages: FaultPart = (options) => tryKind('a fault from one request on', true, true, options);

async function tryKind(
	name: string,
	isPersistent: boolean,
	hasCache: boolean,
	{ seed, every, print }: FaultOptions,
): Promise<readonly FaultRow[]> {
	const world = await startFaultWorld();
	const worlds = [world];
	try {
		const { requests, wiki } = await runWithoutFault(world, hasCache);
		const all = createFaultCases(requests, isPersistent, hasCache);
		const cases = all.filter((_, index) => index % every === seed % every);
		print(`${requests} requests, ${cases.length} of ${all.length} cases`);
		const queue = cases.values();
		const lanes = [tryQueue(world, queue, wiki, print)];
		if (cases.length >= MANY_CASES) {
			const other = await copyWorld(world);
			worlds.push(other);
			lanes.push(tryQueue(other, queue, (await runWithoutFault(other, hasCache)).wiki, print));
		}
		return [createRow(name, requests, (await Promise.all(lanes)).flat())];
	} finally {
		await Promise.all(worlds.map((world) => world.stop()));
	}
}

async function tryQueue(
	world: FaultWorld,
	queue: Iterator<FaultCase> & Iterable<FaultCase>,
	expected: WikiContents,
	print: FaultOptions['print'],
): Promise<readonly TriedFault[]> {
	const tried: TriedFault[] = [];
	for (const faultCase of queue) {
		const { lost, extra, ended } = await tryFault(world, faultCase, expected);
		tried.push({ faultCase, lost, extra, ended });
		if (lost.length > 0) print(`LOST: ${describeFaultCase(faultCase)}: ${lost.join('; ')}`);
		if (extra.length > 0) print(`${describeFaultCase(faultCase)}: edited more often: ${extra.join(', ')}`);
		if (tried.length % 25 === 0) print(`${tried.length} cases tried here`);
	}
	return tried;
}

function createRow(name: string, requests: number, tried: readonly TriedFault[]): FaultRow {
	const lost = tried.filter((trial) => trial.lost.length > 0);
	const ended = tried.filter((trial) => trial.ended).length;
	const extra = tried.filter((trial) => trial.extra.length > 0).length;
	const detail =
		`${requests} requests, ${FAULTS.length} faults; ${ended} cycles went on to their end; ` +
		`in ${extra} cases a page other than the report was edited more often`;
	return {
		name,
		times: tried.length,
		lost: lost.length,
		detail: lost[0] ? describeFaultCase(lost[0].faultCase) : detail,
	};
}
