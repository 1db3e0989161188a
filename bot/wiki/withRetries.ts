import { setTimeout } from 'node:timers/promises';
import { WikiError } from '../../shared/wiki/wiki.ts';

export interface RetryPolicy {
	/** How often to try in all. */
	readonly attempts: number;
	/** Milliseconds before the second attempt; doubled each time. */
	readonly pause: number;
	/** Milliseconds; a wiki that asks for more is not waited for. */
	readonly maxPause: number;
	/** Ends a pause before its time; the last error stands then. */
	readonly signal?: AbortSignal;
}

export const RETRY_POLICY: RetryPolicy = { attempts: 4, pause: 5_000, maxPause: 120_000 };

/** The wiki refused without looking at what was asked: later, the same request may succeed. */
const RETRY_LATER = new Set(['maxlag', 'ratelimited', 'readonly', 'http-429', 'unreachable']);
/** The session or its token is gone: log in again, then the same request may succeed. */
const SESSION_EXPIRED = new Set(['badtoken', 'assertuserfailed', 'assertbotfailed']);

/**
 * Tries again what may be tried again: questions after any failure that passes, writes only where the wiki has said
 * that it did nothing. `Retry-After` is honoured.
 *
 * @param attempt told whether to log in first
 * @throws WikiError of the last attempt
 */
export async function withRetries<T>(
	attempt: (logInFirst: boolean) => Promise<T>,
	kind: 'question' | 'write',
	policy: RetryPolicy = RETRY_POLICY,
): Promise<T> {
	let logInFirst = false;
	for (let attempts = 1; ; attempts++) {
		try {
			return await attempt(logInFirst);
		} catch (error) {
			if (!(error instanceof WikiError)) throw error;
			if (attempts >= policy.attempts || !isRetryable(error, kind)) throw error;
			logInFirst = SESSION_EXPIRED.has(error.code);
			const pause = logInFirst ? 0 : (error.retryAfter ?? 0) * 1000 || policy.pause * 2 ** (attempts - 1);
			if (pause > policy.maxPause) throw error;
			await setTimeout(pause, undefined, policy.signal ? { signal: policy.signal } : {}).catch(
				() => undefined,
			);
			if (policy.signal?.aborted) throw error;
		}
	}
}

function isRetryable(error: WikiError, kind: 'question' | 'write'): boolean {
	if (RETRY_LATER.has(error.code) || SESSION_EXPIRED.has(error.code)) return true;
	return kind === 'question' && error.outcome === 'unknown';
}
