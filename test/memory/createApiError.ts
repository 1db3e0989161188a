import { WikiError } from '../../shared/wiki/wiki.ts';

/** An error response of the API for a rejected request. */
export function createApiError(code: string, info: string = code): WikiError {
	return new WikiError(code, info, 'refused', { error: { code, info } });
}
