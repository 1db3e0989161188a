import type { Wiki } from '../../shared/wiki/wiki.ts';

/** Somebody asked the process to end; what was under way is finished, the rest is not begun. */
export class Interrupted extends Error {
	override readonly name = 'Interrupted';
	constructor() {
		super('Stopped as asked. What was under way is finished, the rest is not begun; run it again to go on.');
	}
}

/** A port that finishes the request in hand and begins no other once the signal says so. */
export function withInterrupt(wiki: Wiki, signal: AbortSignal): Wiki {
	const unlessAborted = <T>(request: () => Promise<T>): Promise<T> =>
		signal.aborted ? Promise.reject(new Interrupted()) : request();
	return {
		query: (params) => unlessAborted(() => wiki.query(params)),
		edit: (params) => unlessAborted(() => wiki.edit(params)),
	};
}
