import type { Wiki } from '../../shared/wiki/wiki.ts';

/** The process was asked to end: the current request was finished, and no other started. */
export class Interrupted extends Error {
	override readonly name = 'Interrupted';
	constructor() {
		super('Stopped as asked. What was under way is finished, the rest is not begun; run it again to go on.');
	}
}

/** A port that starts no further request once the signal is aborted. */
export function withInterrupt(wiki: Wiki, signal: AbortSignal): Wiki {
	const unlessAborted = <T>(request: () => Promise<T>): Promise<T> =>
		signal.aborted ? Promise.reject(new Interrupted()) : request();
	return {
		query: (params) => unlessAborted(() => wiki.query(params)),
		edit: (params) => unlessAborted(() => wiki.edit(params)),
	};
}
