import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A process's resources after garbage collection. */
export interface ResourceUsage {
	/** Bytes. */
	readonly heap: number;
	/** Active handles: timers, sockets, files and others. */
	readonly handles: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export async function measureResources(): Promise<ResourceUsage> {
	// Closed sockets and cancelled timers are released in a later turn of the event loop.
	await new Promise((resolve) => setTimeout(resolve, 20));
	collectGarbage();
	collectGarbage();
	return { heap: process.memoryUsage().heapUsed, handles: process.getActiveResourcesInfo().length };
}

/** The growth per value, by least squares; 0 for fewer than two values. */
export function slope(values: readonly number[]): number {
	const middle = (values.length - 1) / 2;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const across = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
	const along = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
	return along === 0 ? 0 : across / along;
}
