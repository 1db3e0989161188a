import { WikiError } from '../../shared/wiki/wiki.ts';

/** What the API answers when it does not do what was asked. */
export function createApiError(code: string, info: string = code): WikiError {
	return new WikiError(code, info, 'refused', { error: { code, info } });
}
