import { setTimeout } from 'node:timers/promises';
import { WikiError } from '../../shared/wiki/wiki.ts';

export interface Patience {
	/** How often to try in all. */
	readonly attempts: number;
	/** Milliseconds before the second attempt; doubled each time. */
	readonly pause: number;
	/** Milliseconds; a wiki that asks for more is not waited for. */
	readonly longestPause: number;
	/** Ends a pause before its time; the last error stands then. */
	readonly signal?: AbortSignal;
}

export const PATIENCE: Patience = { attempts: 4, pause: 5_000, longestPause: 120_000 };

/** The wiki refused without looking at what was asked: later, the same request may succeed. */
const LATER = new Set(['maxlag', 'ratelimited', 'readonly', 'http-429', 'unreachable']);
/** The session or its token is gone: log in again, then the same request may succeed. */
const SESSION = new Set(['badtoken', 'assertuserfailed', 'assertbotfailed']);

/**
 * Tries again what may be tried again: questions after any failure that passes, writes only where the wiki has said
 * that it did nothing. `Retry-After` is honoured.
 *
 * @param attempt told whether to log in first
 * @throws WikiError of the last attempt
 */
export async function retrying<T>(
	attempt: (logInFirst: boolean) => Promise<T>,
	kind: 'question' | 'write',
	patience: Patience = PATIENCE,
): Promise<T> {
	let logInFirst = false;
	for (let tried = 1; ; tried++) {
		try {
			return await attempt(logInFirst);
		} catch (error) {
			if (!(error instanceof WikiError)) throw error;
			if (tried >= patience.attempts || !mayRepeat(error, kind)) throw error;
			logInFirst = SESSION.has(error.code);
			const pause = logInFirst ? 0 : (error.retryAfter ?? 0) * 1000 || patience.pause * 2 ** (tried - 1);
			if (pause > patience.longestPause) throw error;
			await setTimeout(pause, undefined, patience.signal ? { signal: patience.signal } : {}).catch(
				() => undefined,
			);
			if (patience.signal?.aborted) throw error;
		}
	}
}

function mayRepeat(error: WikiError, kind: 'question' | 'write'): boolean {
	if (LATER.has(error.code) || SESSION.has(error.code)) return true;
	return kind === 'question' && error.outcome === 'unknown';
}
