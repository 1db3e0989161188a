import { type ApiResponse, type Params, type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import { isRecord } from '../isRecord.ts';

/**
 * Implements the `Wiki` port with `mw.Api`. Error messages are plain text in the reader's language.
 *
 * @param account the account that is assumed to be logged in; the wiki refuses writes of any other session (for example
 * after logging out in another tab)
 */
export function createWiki(account: string | null): Wiki {
	const api = new mw.Api({
		parameters: {
			action: 'query',
			format: 'json',
			formatversion: '2',
			errorformat: 'plaintext',
			errorlang: 'uselang',
			uselang: mw.config.get('wgUserLanguage'),
		},
		ajax: { timeout: 30_000 },
	});
	return {
		query: (params) =>
			withRetry(() =>
				toPromise(
					needsPost(params) ? api.post(toApiParams(params)) : api.get(toApiParams(params)),
					'refused',
				),
			),
		// mw.Api only resends a write after `badtoken`, when nothing was saved.
		edit: (params) =>
			toPromise(
				api.postWithToken(
					'csrf',
					toApiParams({ assert: 'user', ...(account && { assertuser: account }), ...params }),
				),
				'unknown',
			),
	};
}

/** Returns the result of a request, or its WikiError. */
export async function catchWikiError<T>(work: Promise<T>): Promise<T | WikiError> {
	return work.catch((error: unknown) => {
		if (error instanceof WikiError) return error;
		throw error;
	});
}

const RETRY_DELAY_MS = 1000;

/** Retries once after a temporary failure. Only for reads, which are safe to repeat. */
async function withRetry(request: () => Promise<ApiResponse>): Promise<ApiResponse> {
	try {
		return await request();
	} catch (error) {
		if (!(error instanceof WikiError) || !/^(lost|http-5|not-json|internal_)/.test(error.code)) throw error;
		await new Promise((resolve) => window.setTimeout(resolve, RETRY_DELAY_MS));
		return request();
	}
}

/** Servers reject URLs longer than about 8 KB, and a text to parse can be longer. */
function needsPost({ text }: Params): boolean {
	return typeof text === 'string';
}

/** mw.Api joins lists, and omits false and undefined. */
function toApiParams(params: Params): Record<string, string | number | boolean | string[] | undefined> {
	const result: Record<string, string | number | boolean | string[] | undefined> = {};
	for (const key of Object.keys(params)) {
		const value = params[key];
		result[key] = typeof value === 'object' ? value.map(String) : value;
	}
	return result;
}

function toPromise(
	request: JQuery.Promise<unknown>,
	outcomeWhenLost: 'refused' | 'unknown',
): Promise<ApiResponse> {
	return new Promise((resolve, reject) => {
		request.then(
			(response) => {
				resolve(isRecord(response) ? response : {});
			},
			(code: unknown, details: unknown) => {
				reject(toWikiError(String(code), details, outcomeWhenLost));
			},
		);
	});
}

/**
 * mw.Api rejects with `http` and `{xhr, textStatus}`, `ok-but-empty`, or the API's code and its whole response.
 */
function toWikiError(code: string, details: unknown, outcomeWhenLost: 'refused' | 'unknown'): WikiError {
	if (isRecord(details) && Array.isArray(details.errors)) {
		const first: unknown = details.errors[0];
		const text = isRecord(first) && typeof first.text === 'string' ? first.text : code;
		// The wiki failed while processing, so it may have saved.
		const outcome = code.startsWith('internal_api_error') ? outcomeWhenLost : 'refused';
		return new WikiError(code, text, outcome, details);
	}
	if (!isRecord(details) || !isRecord(details.xhr)) return new WikiError('lost', code, outcomeWhenLost);
	const { status } = details.xhr;
	if (typeof status !== 'number' || status === 0) return new WikiError('lost', code, outcomeWhenLost);
	return new WikiError(status === 200 ? 'not-json' : `http-${status}`, code, outcomeWhenLost);
}
