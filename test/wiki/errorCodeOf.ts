import { ApiError } from './apiSession.ts';

/** The API's error code, or `no error`. Rethrows other errors. */
export async function errorCodeOf(work: Promise<unknown>): Promise<string> {
	try {
		await work;
	} catch (error) {
		if (error instanceof ApiError) return error.code;
		throw error;
	}
	return 'no error';
}
