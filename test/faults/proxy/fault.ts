/** What happens to a request, and to its response. */
export interface Fault {
	readonly name: string;
	/** `late`: after its sender has given up, right before the next write, or at the end. */
	readonly wiki: 'never-acts' | 'acts' | 'acts-late';
	/**
	 * What the sender receives; `refused` connections do not reach the proxy. A `truncated` response ends before its
	 * declared length, a `shortened` one is half of the body with a matching length.
	 */
	readonly sender: 'refused' | 'cut' | 'silence' | 'truncated' | 'shortened' | ReplacementResponse;
}

/** A response that replaces the wiki's. */
interface ReplacementResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

const HTML =
	'<!DOCTYPE html>\n<html><head><title>Wikimedia Error</title></head><body>Our servers…</body></html>';

function htmlResponse(status: number, headers: ReplacementResponse['headers'] = {}): ReplacementResponse {
	return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: HTML };
}

function apiErrorResponse(
	code: string,
	info: string,
	headers: ReplacementResponse['headers'] = {},
): ReplacementResponse {
	const body = JSON.stringify({ error: { code, info }, servedby: 'mw1' });
	return {
		status: 200,
		headers: { 'content-type': 'application/json; charset=utf-8', 'mediawiki-api-error': code, ...headers },
		body,
	};
}

const neverReached = (name: string, sender: Fault['sender']): Fault => ({ name, wiki: 'never-acts', sender });
const reachedWiki = (name: string, sender: Fault['sender']): Fault => ({ name, wiki: 'acts', sender });

/** All faults. Real wikis ask for waits of more than a second, which makes no difference. */
export const FAULTS: readonly Fault[] = [
	neverReached('connection refused', 'refused'),
	neverReached('cut before the wiki acted', 'cut'),
	reachedWiki('cut after the wiki acted', 'cut'),
	neverReached('no answer, never arrived', 'silence'),
	reachedWiki('no answer, the wiki acted', 'silence'),
	{ name: 'no answer, the wiki acts later', wiki: 'acts-late', sender: 'silence' },
	neverReached('429', htmlResponse(429)),
	neverReached('429 with Retry-After', htmlResponse(429, { 'retry-after': '1' })),
	neverReached('503', htmlResponse(503)),
	neverReached('503 with Retry-After', htmlResponse(503, { 'retry-after': '1' })),
	reachedWiki('504 after the wiki acted', htmlResponse(504)),
	neverReached(
		'maxlag',
		apiErrorResponse('maxlag', 'Waiting for db1: 6 seconds lagged.', { 'retry-after': '1' }),
	),
	neverReached('readonly', apiErrorResponse('readonly', 'The wiki is currently in read-only mode.')),
	neverReached('badtoken', apiErrorResponse('badtoken', 'Invalid CSRF token.')),
	neverReached('assertuserfailed', apiErrorResponse('assertuserfailed', 'You are no longer logged in.')),
	reachedWiki(
		'an exception after the wiki acted',
		apiErrorResponse('internal_api_error_DBQueryError', '[X] Caught exception of type DBQueryError'),
	),
	neverReached('HTML instead of JSON', htmlResponse(200)),
	reachedWiki('HTML instead of JSON, the wiki acted', htmlResponse(200)),
	reachedWiki('the answer breaks off', 'truncated'),
	reachedWiki('half of the answer, as if it were whole', 'shortened'),
];
