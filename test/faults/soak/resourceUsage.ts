import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process holds, after everything that could be let go was. */
export interface ResourceUsage {
	/** Bytes. */
	readonly heap: number;
	/** Timers, sockets, files and what else keeps it going. */
	readonly handles: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export async function measureResources(): Promise<ResourceUsage> {
	// Sockets that were closed and timers that were cancelled are let go a turn later.
	await new Promise((resolve) => setTimeout(resolve, 20));
	collectGarbage();
	collectGarbage();
	return { heap: process.memoryUsage().heapUsed, handles: process.getActiveResourcesInfo().length };
}

/** By how much values grow from one to the next, by least squares; 0 for fewer than two. */
export function slope(values: readonly number[]): number {
	const middle = (values.length - 1) / 2;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const across = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
	const along = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
	return along === 0 ? 0 : across / along;
}
