import * as v from 'valibot';
import { WikiError, type ApiResponse } from '../../shared/wiki/wiki.ts';

/** What mwn rejects with: the API's error (`code`, `info`), or axios's (`code` such as ECONNRESET, `response.status`). */
const thrownSchema = v.object({
	code: v.optional(v.union([v.string(), v.number()]), 'unknown'),
	info: v.optional(v.string()),
	message: v.optional(v.string(), ''),
	response: v.optional(
		v.looseObject({
			status: v.optional(v.number()),
			headers: v.optional(v.record(v.string(), v.unknown()), {}),
			data: v.optional(v.unknown()),
		}),
	),
});

/** Nothing was sent, so nothing was done. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Refused before MediaWiki's save, by the servers in front of it or by the API. */
const REFUSING_STATUS = new Set([400, 401, 403, 404, 413, 414, 429]);

/**
 * Makes the port's error of whatever mwn threw. Only code and message are taken over: the rest of mwn's error holds
 * the request with its password or token.
 */
export function toWikiError(thrown: unknown): WikiError {
	if (thrown instanceof WikiError) return thrown;
	const parsed = v.safeParse(thrownSchema, thrown);
	if (!parsed.success) return new WikiError('unknown', String(thrown), 'unknown');
	const { code, info, message, response } = parsed.output;
	const retryAfter = Number(response?.headers['retry-after']) || undefined;
	if (code === 'mwn_failedlogin')
		return new WikiError('login-failed', message || 'The wiki refused the login.');
	if (isApiError(response?.data)) {
		// An exception in the middle of a save: it may be there.
		const outcome = String(code).startsWith('internal_api_error') ? 'unknown' : 'refused';
		return new WikiError(String(code), info ?? message, outcome, response?.data as ApiResponse, retryAfter);
	}
	if (code === 'invalidjson')
		return new WikiError('not-json', 'The wiki answered with something other than JSON.', 'unknown');
	const status = response?.status;
	if (status !== undefined && status >= 300) {
		const outcome = REFUSING_STATUS.has(status) ? 'refused' : 'unknown';
		return new WikiError(
			`http-${status}`,
			`The wiki's server answered with HTTP ${status}.`,
			outcome,
			undefined,
			retryAfter,
		);
	}
	if (NEVER_ARRIVED.has(String(code))) return new WikiError('unreachable', message);
	return new WikiError('lost', message || String(code), 'unknown');
}

function isApiError(data: unknown): boolean {
	return typeof data === 'object' && data !== null && 'error' in data;
}
