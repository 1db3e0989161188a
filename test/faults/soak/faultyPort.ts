import type { ApiResponse, Params, Wiki } from '../../../shared/wiki/wiki.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { retrying } from '../../../bot/wiki/retrying.ts';
import type { SeededRandom } from '../../bot/cycle/seededRandom.ts';

/** What goes wrong, and whether the wiki has acted then. */
const WRONG: readonly [Wrong, ...Wrong[]] = [
	{ code: 'lost', acts: false },
	{ code: 'lost', acts: true },
	{ code: 'not-json', acts: true },
	{ code: 'http-503', acts: false },
	{ code: 'http-504', acts: true },
	{ code: 'internal_api_error_DBQueryError', acts: true },
	{ code: 'readonly', acts: false, refused: true },
	{ code: 'ratelimited', acts: false, refused: true },
	{ code: 'badtoken', acts: false, refused: true },
	{ code: 'unreachable', acts: false, refused: true },
];

interface Wrong {
	readonly code: string;
	readonly acts: boolean;
	/** The wiki has said that it did nothing. */
	readonly refused?: true;
}

/** A port on which that share of the requests fails, tried again as the bot's own port does. */
export function faultyPort(wiki: Wiki, random: SeededRandom, share: number): Wiki {
	const send = async (request: (params: Params) => Promise<ApiResponse>, params: Params) => {
		if (!random.chance(share)) return request(params);
		const { code, acts, refused } = random.pick(WRONG);
		if (acts) await request(params).catch(() => undefined);
		throw new WikiError(code, 'a fault', refused ? 'refused' : 'unknown');
	};
	const patience = { attempts: 2, pause: 0, longestPause: 0 };
	return {
		query: (params) => retrying(() => send((one) => wiki.query(one), params), 'question', patience),
		edit: (params) => retrying(() => send((one) => wiki.edit(one), params), 'write', patience),
	};
}
