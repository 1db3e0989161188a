import { Session } from 'node:inspector';

interface Coverage {
	readonly result: readonly {
		readonly url: string;
		readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
	}[];
}

/**
 * How much work the product did, told without a clock: how often its functions and the blocks in them ran, as V8 counts
 * them for coverage. What happens inside of a regular expression is not counted (a lint rule keeps those linear).
 */
export class WorkCounter {
	private readonly session = new Session();

	/** Counts functions that are first called from now on: to be made before the product does anything. */
	constructor() {
		this.session.connect();
		this.post('Profiler.enable');
		this.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	}

	/** The work since it was last asked. */
	take(): number {
		const { result } = this.post('Profiler.takePreciseCoverage') as Coverage;
		const own = result.filter(({ url }) => /\/(?:shared|bot)\/[^:]*\.ts/.test(url));
		let sum = 0;
		for (const { functions } of own)
			for (const { ranges } of functions) for (const { count } of ranges) sum += count;
		return sum;
	}

	stop(): void {
		this.session.disconnect();
	}

	/** Answers at once, in the same thread. */
	private post(method: string, params: object = {}): unknown {
		let response: unknown = null;
		this.session.post(method, params, (error, result) => {
			if (error) throw error;
			response = result;
		});
		return response;
	}
}
