import { WikiError } from '../../../shared/wiki/wiki.ts';
import { FAULTS, type Fault } from '../proxy/fault.ts';
import type { Plan } from '../proxy/startFaultProxy.ts';
import type { FaultWorld } from '../world/faultWorld.ts';
import { extraEdits } from '../world/extraEdits.ts';
import type { WholeWiki } from '../world/readWiki.ts';
import { noticesApart } from '../world/noticesIn.ts';
import { whatDiffers } from '../world/whatDiffers.ts';

/** One request of a cycle that one thing happens to. */
export interface FaultCase {
	readonly fault: Fault;
	/** Number of the request, from 0: the login's are the first. */
	readonly index: number;
	/** Whether it happens to all that come after as well. */
	readonly lasting: boolean;
	/** Whether the cycle has the bookmark of the one before, or reads everything. */
	readonly knowing: boolean;
}

export interface FaultOutcome {
	/** What is not as it would be without the fault. */
	readonly lost: readonly string[];
	/** Pages but for the report that the bot edited more often than it would have without it. */
	readonly extra: readonly string[];
	/** Whether the disturbed cycle came to its end all the same. */
	readonly ended: boolean;
}

/** Every fault to every request of a cycle. */
export function faultCases(requests: number, lasting: boolean, knowing: boolean): readonly FaultCase[] {
	return FAULTS.flatMap((fault) =>
		Array.from({ length: requests }, (_, index) => ({ fault, index, lasting, knowing })),
	);
}

export function nameOf({ fault, index, lasting, knowing }: FaultCase): string {
	const cycle = knowing ? 'a cycle that knows the one before' : 'a first cycle';
	return `${fault.name}, ${lasting ? 'from' : 'at'} request ${index} of ${cycle}`;
}

/** What cycles that nothing disturbs make of the wiki, and how many requests the first one takes. */
export async function withoutFault(
	world: FaultWorld,
	knowing: boolean,
): Promise<{ readonly wiki: WholeWiki; readonly requests: number }> {
	await world.reset();
	await world.undisturbedCycle(knowing ? world.bookmark : null);
	const requests = world.proxy.count();
	await world.reset();
	await world.undisturbedCycles(knowing ? world.bookmark : null, knowing);
	return { wiki: await world.read(), requests };
}

/**
 * A disturbed cycle, an undisturbed one, and what has come of it. After that all notices are out; where that was not
 * before, another cycle shows what follows from them.
 */
export async function tryFault(world: FaultWorld, one: FaultCase, wanted: WholeWiki): Promise<FaultOutcome> {
	await world.reset();
	const known = one.knowing ? world.bookmark : null;
	const after = await disturbed(world, one);
	await world.proxy.settle();
	const next = await world.undisturbedCycle(one.knowing ? (after ?? known) : null);
	let found = await world.read();
	const notices = noticesApart(wanted, found);
	if (whatDiffers(wanted, found).length > 0) {
		await world.undisturbedCycle(one.knowing ? next.bookmark : null);
		found = await world.read();
	}
	const lost = [...notices, ...whatDiffers(wanted, found)];
	return { lost, extra: extraEdits(wanted, found), ended: after !== null };
}

/** @returns the bookmark, or null where the cycle failed */
async function disturbed(world: FaultWorld, one: FaultCase) {
	const { proxy } = world;
	proxy.arm(planOf(one));
	let refusals = 0;
	try {
		const done = await world.cycle(one.knowing ? world.bookmark : null, {
			onRequest: () => {
				if (!proxy.isOpen() && refusals++ > 0 && !one.lasting) proxy.reopen();
			},
		});
		return done.bookmark;
	} catch (error) {
		if (error instanceof WikiError) return null;
		throw error;
	}
}

function planOf({ fault, index, lasting }: FaultCase): Plan {
	if (fault.sender === 'refused') return { faultFor: () => null, refusesFrom: index };
	return { faultFor: (now) => (now === index || (lasting && now > index) ? fault : null) };
}
