import { Session } from 'node:inspector';

interface Coverage {
	readonly result: readonly {
		readonly url: string;
		readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
	}[];
}

/**
 * Measures work without a clock: the execution counts of functions and blocks from V8's coverage. Work inside regular
 * expressions is not counted (a lint rule keeps those linear).
 */
export class WorkCounter {
	private readonly session = new Session();

	/** Counts functions first called from now on: create it before running the product. */
	constructor() {
		this.session.connect();
		this.post('Profiler.enable');
		this.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	}

	/** The work since the last call. */
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

	/** Synchronous, in the same thread. */
	private post(method: string, params: object = {}): unknown {
		let response: unknown = null;
		this.session.post(method, params, (error, result) => {
			if (error) throw error;
			response = result;
		});
		return response;
	}
}
