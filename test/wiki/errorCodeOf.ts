import { ApiError } from './apiSession.ts';

/** The code with which the wiki refused it, or `no error`. Other errors are thrown on. */
export async function errorCodeOf(work: Promise<unknown>): Promise<string> {
	try {
		await work;
	} catch (error) {
		if (error instanceof ApiError) return error.code;
		throw error;
	}
	return 'no error';
}
