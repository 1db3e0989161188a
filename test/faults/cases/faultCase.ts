import { WikiError } from '../../../shared/wiki/wiki.ts';
import { FAULTS, type Fault } from '../proxy/fault.ts';
import type { FaultPlan } from '../proxy/startFaultProxy.ts';
import type { FaultWorld } from '../world/faultWorld.ts';
import { findExtraEdits } from '../world/findExtraEdits.ts';
import type { WikiContents } from '../world/readWiki.ts';
import { diffNotices } from '../world/findNotices.ts';
import { findDifferences } from '../world/findDifferences.ts';

/** A fault at one request of a cycle. */
export interface FaultCase {
	readonly fault: Fault;
	/** The request's number, from 0; login requests come first. */
	readonly index: number;
	/** Whether all later requests fail as well. */
	readonly isPersistent: boolean;
	/** Whether the cycle has the previous cache, or reads everything. */
	readonly hasCache: boolean;
}

interface FaultOutcome {
	/** Differences from a run without the fault. */
	readonly lost: readonly string[];
	/** Pages, except the report, that the bot edited more often than without the fault. */
	readonly extra: readonly string[];
	/** Whether the cycle with the fault completed. */
	readonly ended: boolean;
}

/** Every fault at every request of a cycle. */
export function createFaultCases(
	requests: number,
	isPersistent: boolean,
	hasCache: boolean,
): readonly FaultCase[] {
	return FAULTS.flatMap((fault) =>
		Array.from({ length: requests }, (_, index) => ({ fault, index, isPersistent, hasCache })),
	);
}

export function describeFaultCase({ fault, index, isPersistent, hasCache }: FaultCase): string {
	const cycle = hasCache ? 'a cycle that knows the one before' : 'a first cycle';
	return `${fault.name}, ${isPersistent ? 'from' : 'at'} request ${index} of ${cycle}`;
}

/** The wiki after cycles without faults, and the number of requests of the first one. */
export async function runWithoutFault(
	world: FaultWorld,
	hasCache: boolean,
): Promise<{ readonly wiki: WikiContents; readonly requests: number }> {
	await world.reset();
	await world.runUndisturbedCycle(hasCache ? world.cache : null);
	const requests = world.proxy.count();
	await world.reset();
	await world.runUndisturbedCycles(hasCache ? world.cache : null, hasCache);
	return { wiki: await world.read(), requests };
}

/**
 * Runs a cycle with the fault and one without, and compares the result. By then all notices are sent; if they were
 * not sent before, another cycle shows their consequences.
 */
export async function tryFault(
	world: FaultWorld,
	faultCase: FaultCase,
	expected: WikiContents,
): Promise<FaultOutcome> {
	await world.reset();
	const cache = faultCase.hasCache ? world.cache : null;
	const after = await runDisturbedCycle(world, faultCase);
	await world.proxy.settle();
	const next = await world.runUndisturbedCycle(faultCase.hasCache ? (after ?? cache) : null);
	let found = await world.read();
	const notices = diffNotices(expected, found);
	if (findDifferences(expected, found).length > 0) {
		await world.runUndisturbedCycle(faultCase.hasCache ? next.cache : null);
		found = await world.read();
	}
	const lost = [...notices, ...findDifferences(expected, found)];
	return { lost, extra: findExtraEdits(expected, found), ended: after !== null };
}

/** @returns the cache, or null if the cycle failed */
async function runDisturbedCycle(world: FaultWorld, faultCase: FaultCase) {
	const { proxy } = world;
	proxy.arm(createPlan(faultCase));
	let refusals = 0;
	try {
		const done = await world.cycle(faultCase.hasCache ? world.cache : null, {
			onRequest: () => {
				if (!proxy.isOpen() && refusals++ > 0 && !faultCase.isPersistent) proxy.reopen();
			},
		});
		return done.cache;
	} catch (error) {
		if (error instanceof WikiError) return null;
		throw error;
	}
}

function createPlan({ fault, index, isPersistent }: FaultCase): FaultPlan {
	if (fault.sender === 'refused') return { faultFor: () => null, refusesFrom: index };
	return { faultFor: (now) => (now === index || (isPersistent && now > index) ? fault : null) };
}
