import { Writable } from 'node:stream';
import { Mwn } from 'mwn';
import { type ApiResponse, type Params, type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import type { Account } from '../operations/settings.ts';
import { withRetries, type RetryPolicy } from './withRetries.ts';
import * as v from 'valibot';

export interface Connection extends Account {
	/** Request timeout in milliseconds. */
	readonly timeout?: number;
	readonly retryPolicy?: RetryPolicy;
	/** Called for each request, for logs and measurements. */
	readonly onRequest?: (request: RequestInfo) => void;
}

export interface RequestInfo {
	readonly action: string;
	readonly write: boolean;
}

/**
 * Logs in and returns the port over mwn. mwn provides login, OAuth, tokens and single requests only. Its own retries
 * are off, as they would repeat writes whose response was lost; {@link withRetries} retries instead.
 *
 * @throws WikiError `login-failed` for a wrong name or password; others if the wiki is unreachable
 */
export async function connectWiki(connection: Connection): Promise<Wiki> {
	const bot = newMwn(connection);
	await logIn(bot, connection);
	const send = async (params: Params, write: boolean, renew: boolean): Promise<ApiResponse> => {
		if (renew) await renewSession(bot, connection);
		connection.onRequest?.({ action: String(params.action), write });
		return sendRequest(bot, write ? { ...params, token: bot.csrfToken } : params);
	};
	return {
		query: (params) => withRetries((fresh) => send(params, false, fresh), 'query', connection.retryPolicy),
		edit: (params) => withRetries((fresh) => send(params, true, fresh), 'edit', connection.retryPolicy),
	};
}

/** Despite `silent`, mwn logs missing tokens to stdout, which must stay machine-readable. */
Mwn.setLoggingConfig({
	stream: new Writable({
		write: (_chunk, _encoding, done) => {
			done();
		},
	}),
});

function newMwn({ apiUrl, credentials, userAgent, timeout }: Connection): Mwn {
	const bot = new Mwn({
		apiUrl,
		userAgent,
		silent: true,
		suppressAPIWarnings: true,
		maxRetries: 0,
		defaultParams: { format: 'json', formatversion: '2', assert: 'user', maxlag: 5 },
		...(credentials.kind === 'oauth2'
			? { OAuth2AccessToken: credentials.token }
			: { username: credentials.username, password: credentials.password }),
	});
	bot.setRequestOptions({ timeout: timeout ?? 60_000 });
	return bot;
}

async function logIn(bot: Mwn, { credentials }: Connection): Promise<void> {
	try {
		if (credentials.kind === 'oauth2') {
			bot.initOAuth();
			await bot.getTokensAndSiteInfo();
		} else {
			await bot.login();
		}
	} catch (error) {
		throw toWikiError(error);
	}
}

/** Gets a new token, and a new session if that has expired too. (Logging in while logged in fails: `Aborted`.) */
async function renewSession(bot: Mwn, connection: Connection): Promise<void> {
	try {
		await bot.getTokens();
	} catch {
		await logIn(bot, connection);
	}
}

/** Long lists of titles do not fit into a GET URL (8 KB on Wikimedia's servers). */
const MAX_GET_LENGTH = 4000;

async function sendRequest(bot: Mwn, params: Params): Promise<ApiResponse> {
	const plain: Record<string, string | number | boolean | string[]> = {};
	for (const [key, value] of Object.entries(params)) {
		// mwn joins arrays itself, but its type only accepts mutable arrays of strings.
		if (value !== undefined) plain[key] = isList(value) ? value.map(String) : value;
	}
	const length = Object.values(plain).reduce<number>((sum, value) => sum + String(value).length, 0);
	const method = params.token !== undefined || length > MAX_GET_LENGTH ? 'post' : 'get';
	let response: unknown;
	try {
		response = await bot.request(plain, { method });
	} catch (error) {
		throw toWikiError(error);
	}
	if (typeof response !== 'object' || response === null) {
		throw new WikiError('not-json', 'The wiki answered with something other than JSON.', 'unknown');
	}
	return response as ApiResponse;
}

function isList(value: Params[string]): value is readonly (string | number)[] {
	return Array.isArray(value);
}

/** What mwn rejects with: an API error (`code`, `info`), or axios's (`code` like ECONNRESET, `response.status`). */
const THROWN_SCHEMA = v.object({
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
/** The request was never sent, so nothing was saved. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Rejected before MediaWiki saves, by a proxy or by the API. */
const REFUSING_STATUS = new Set([400, 401, 403, 404, 413, 414, 429]);
function isApiError(data: unknown): boolean {
	return typeof data === 'object' && data !== null && 'error' in data;
}

/**
 * Converts an error of mwn to the port's. Copies only code and message: mwn's error contains the request with its
 * password or token.
 */
export function toWikiError(thrown: unknown): WikiError {
	if (thrown instanceof WikiError) return thrown;
	const parsed = v.safeParse(THROWN_SCHEMA, thrown);
	if (!parsed.success) return new WikiError('unknown', String(thrown), 'unknown');
	const { code, info, message, response } = parsed.output;
	const retryAfter = Number(response?.headers['retry-after']) || undefined;
	if (code === 'mwn_failedlogin')
		return new WikiError('login-failed', message || 'The wiki refused the login.');
	if (isApiError(response?.data)) {
		// An exception during a save: the edit may have been saved.
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
	if (NEVER_SENT.has(String(code))) return new WikiError('unreachable', message);
	return new WikiError('lost', message || String(code), 'unknown');
}
