import { setTimeout } from 'node:timers/promises';
import { WikiError } from '../../shared/wiki/wiki.ts';

export interface RetryPolicy {
	/** The maximum number of attempts. */
	readonly attempts: number;
	/** Milliseconds before the second attempt; doubled for each further one. */
	readonly pause: number;
	/** The maximum pause in milliseconds; if the wiki asks for a longer one, the request fails. */
	readonly maxPause: number;
	/** Aborts a pause; the last error is thrown. */
	readonly signal?: AbortSignal;
}

export const RETRY_POLICY: RetryPolicy = { attempts: 4, pause: 5_000, maxPause: 120_000 };

/** Rejected before processing: the same request may succeed later. */
const RETRY_LATER = new Set(['maxlag', 'ratelimited', 'readonly', 'http-429', 'unreachable']);
/** The session or token has expired: the request may succeed after a new login. */
const SESSION_EXPIRED = new Set(['badtoken', 'assertuserfailed', 'assertbotfailed']);

/**
 * Retries what is safe to retry: reads after any transient failure, writes only if the wiki reported that nothing was
 * saved. Honours `Retry-After`.
 *
 * @param attempt called with whether to log in first
 * @throws WikiError of the last attempt
 */
export async function withRetries<T>(
	attempt: (logInFirst: boolean) => Promise<T>,
	kind: 'query' | 'edit',
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

function isRetryable(error: WikiError, kind: 'query' | 'edit'): boolean {
	if (RETRY_LATER.has(error.code) || SESSION_EXPIRED.has(error.code)) return true;
	return kind === 'query' && error.outcome === 'unknown';
}
