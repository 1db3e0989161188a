import type { Call } from '../wikitext/findCalls.ts';
import { readCall, type ReadCall } from './readCall.ts';

/**
 * `readCall` for the revisions of one page, most of which change little of it and often not the application: what
 * stands there letter for letter as before is read once, and gives the same object.
 */
export function rememberingCalls(): (call: Call, source: string) => ReadCall {
	const known = new Map<string, ReadCall>();
	return (call, source) => {
		const before = known.get(source);
		if (before) return before;
		const read = readCall(call);
		known.set(source, read);
		return read;
	};
}
