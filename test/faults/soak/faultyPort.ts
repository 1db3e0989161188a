import { type ApiResponse, type Params, type Wiki, WikiError } from '../../../shared/wiki/wiki.ts';
import { withRetries } from '../../../bot/wiki/withRetries.ts';
import type { SeededRandom } from '../../bot/cycle/seededRandom.ts';

/** The failures, and whether the wiki has processed the request. */
const FAILURES: readonly [PortFailure, ...PortFailure[]] = [
	{ code: 'lost', hasActed: false },
	{ code: 'lost', hasActed: true },
	{ code: 'not-json', hasActed: true },
	{ code: 'http-503', hasActed: false },
	{ code: 'http-504', hasActed: true },
	{ code: 'internal_api_error_DBQueryError', hasActed: true },
	{ code: 'readonly', hasActed: false, refused: true },
	{ code: 'ratelimited', hasActed: false, refused: true },
	{ code: 'badtoken', hasActed: false, refused: true },
	{ code: 'unreachable', hasActed: false, refused: true },
];

interface PortFailure {
	readonly code: string;
	readonly hasActed: boolean;
	/** The wiki has reported that nothing was saved. */
	readonly refused?: true;
}

/** A port on which this share of requests fails, with retries as in the bot's port. */
export function createFaultyPort(wiki: Wiki, random: SeededRandom, failureRate: number): Wiki {
	const send = async (request: (params: Params) => Promise<ApiResponse>, params: Params) => {
		if (!random.chance(failureRate)) return request(params);
		const { code, hasActed: acts, refused } = random.pick(FAILURES);
		if (acts) await request(params).catch(() => undefined);
		throw new WikiError(code, 'a fault', refused ? 'refused' : 'unknown');
	};
	const patience = { attempts: 2, pause: 0, maxPause: 0 };
	return {
		query: (params) => withRetries(() => send((attempt) => wiki.query(attempt), params), 'query', patience),
		edit: (params) => withRetries(() => send((attempt) => wiki.edit(attempt), params), 'edit', patience),
	};
}
