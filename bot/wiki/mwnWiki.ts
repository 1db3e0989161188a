import { Writable } from 'node:stream';
import { Mwn } from 'mwn';
import type { ApiResponse, Params, Wiki } from '../../shared/wiki/wiki.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import type { Account } from '../operations/settings.ts';
import { retrying, type Patience } from './retrying.ts';
import { toWikiError } from './toWikiError.ts';

export interface Connection extends Account {
	/** Milliseconds until an unanswered request counts as lost. */
	readonly timeout?: number;
	readonly patience?: Patience;
	/** Told of each request that goes out, for logs and measurements. */
	readonly onRequest?: (request: Sent) => void;
}

export interface Sent {
	readonly action: string;
	readonly write: boolean;
}

/**
 * Logs in and gives the port over mwn. mwn is used for login, OAuth, tokens and single requests only; it never
 * retries here (it would repeat writes whose answer was lost), {@link retrying} does.
 *
 * @throws WikiError `login-failed` for a wrong name or password; others where the wiki cannot be reached
 */
export async function connect(connection: Connection): Promise<Wiki> {
	const bot = newMwn(connection);
	await logIn(bot, connection);
	const send = async (params: Params, write: boolean, fresh: boolean): Promise<ApiResponse> => {
		if (fresh) await renewSession(bot, connection);
		connection.onRequest?.({ action: String(params.action), write });
		return request(bot, write ? { ...params, token: bot.csrfToken } : params);
	};
	return {
		query: (params) => retrying((fresh) => send(params, false, fresh), 'question', connection.patience),
		edit: (params) => retrying((fresh) => send(params, true, fresh), 'write', connection.patience),
	};
}

/** In spite of `silent`, mwn says on stdout that it got no tokens: in the middle of what machines read there. */
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

/** A new token, and a new session if that is gone too. (Logging in while logged in is refused: `Aborted`.) */
async function renewSession(bot: Mwn, connection: Connection): Promise<void> {
	try {
		await bot.getTokens();
	} catch {
		await logIn(bot, connection);
	}
}

/** Long lists of titles do not fit into a GET's address (8 KB on Wikimedia's servers). */
const LONGEST_GET = 4000;

async function request(bot: Mwn, params: Params): Promise<ApiResponse> {
	const plain: Record<string, string | number | boolean | string[]> = {};
	for (const [key, value] of Object.entries(params)) {
		// mwn joins arrays itself, but takes only mutable ones of strings.
		if (value !== undefined) plain[key] = isList(value) ? value.map(String) : value;
	}
	const length = Object.values(plain).reduce<number>((sum, value) => sum + String(value).length, 0);
	const method = params.token !== undefined || length > LONGEST_GET ? 'post' : 'get';
	let answer: unknown;
	try {
		answer = await bot.request(plain, { method });
	} catch (error) {
		throw toWikiError(error);
	}
	if (typeof answer !== 'object' || answer === null) {
		throw new WikiError('not-json', 'The wiki answered with something other than JSON.', 'unknown');
	}
	return answer as ApiResponse;
}

function isList(value: Params[string]): value is readonly (string | number)[] {
	return Array.isArray(value);
}
