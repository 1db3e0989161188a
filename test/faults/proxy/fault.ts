/** What happens to one request on its way to the wiki and back. */
export interface Fault {
	readonly name: string;
	/** `late`: once its sender has given it up, right before the next write, or when everything is over. */
	readonly wiki: 'never-acts' | 'acts' | 'acts-late';
	/**
	 * What the sender gets; of `refused` connections the proxy never hears. A `truncated` answer breaks off before its
	 * declared length, a `shortened` one is half of a body that says it is whole.
	 */
	readonly sender: 'refused' | 'cut' | 'silence' | 'truncated' | 'shortened' | Instead;
}

/** An answer instead of the wiki's own. */
interface Instead {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

const HTML =
	'<!DOCTYPE html>\n<html><head><title>Wikimedia Error</title></head><body>Our servers…</body></html>';

function page(status: number, headers: Instead['headers'] = {}): Instead {
	return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: HTML };
}

function apiError(code: string, info: string, headers: Instead['headers'] = {}): Instead {
	const body = JSON.stringify({ error: { code, info }, servedby: 'mw1' });
	return {
		status: 200,
		headers: { 'content-type': 'application/json; charset=utf-8', 'mediawiki-api-error': code, ...headers },
		body,
	};
}

const never = (name: string, sender: Fault['sender']): Fault => ({ name, wiki: 'never-acts', sender });
const acted = (name: string, sender: Fault['sender']): Fault => ({ name, wiki: 'acts', sender });

/** Everything that is done to requests. Longer waits than a second are asked for by real wikis; they are no different. */
export const FAULTS: readonly Fault[] = [
	never('connection refused', 'refused'),
	never('cut before the wiki acted', 'cut'),
	acted('cut after the wiki acted', 'cut'),
	never('no answer, never arrived', 'silence'),
	acted('no answer, the wiki acted', 'silence'),
	{ name: 'no answer, the wiki acts later', wiki: 'acts-late', sender: 'silence' },
	never('429', page(429)),
	never('429 with Retry-After', page(429, { 'retry-after': '1' })),
	never('503', page(503)),
	never('503 with Retry-After', page(503, { 'retry-after': '1' })),
	acted('504 after the wiki acted', page(504)),
	never('maxlag', apiError('maxlag', 'Waiting for db1: 6 seconds lagged.', { 'retry-after': '1' })),
	never('readonly', apiError('readonly', 'The wiki is currently in read-only mode.')),
	never('badtoken', apiError('badtoken', 'Invalid CSRF token.')),
	never('assertuserfailed', apiError('assertuserfailed', 'You are no longer logged in.')),
	acted(
		'an exception after the wiki acted',
		apiError('internal_api_error_DBQueryError', '[X] Caught exception of type DBQueryError'),
	),
	never('HTML instead of JSON', page(200)),
	acted('HTML instead of JSON, the wiki acted', page(200)),
	acted('the answer breaks off', 'truncated'),
	acted('half of the answer, as if it were whole', 'shortened'),
];
