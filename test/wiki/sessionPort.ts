import { type ApiResponse, type Params, type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import { ApiError, type ApiParameters, type ApiSession } from './apiSession.ts';

/** The port of a browser user: no retries, and a lost response has an unknown outcome. */
export function sessionPort(session: ApiSession): Wiki {
	return {
		query: (params) => settle(() => session.get<ApiResponse>(plain(params))),
		edit: (params) => settle(() => session.post<ApiResponse>(plain(params))),
	};
}

async function settle(request: () => Promise<ApiResponse>): Promise<ApiResponse> {
	try {
		return await request();
	} catch (error) {
		if (error instanceof ApiError) throw new WikiError(error.code, error.message);
		throw new WikiError('lost', String(error), 'unknown');
	}
}

function plain(params: Params): ApiParameters {
	const entries = Object.entries(params).map(([key, value]) => [
		key,
		typeof value === 'object' ? value.map(String) : value,
	]);
	return Object.fromEntries(entries) as ApiParameters;
}
