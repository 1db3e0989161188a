import type { Wiki } from '../../shared/wiki/wiki.ts';
import { isRecord } from '../isRecord.ts';

interface EditPermission {
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
	/** The first reason why the account cannot save the page, or null. */
	readonly refusal: { readonly code: string; readonly message: string } | null;
}

/**
 * Checks whether a page could be saved before doing anything else, so that no address is emailed for an application that
 * cannot be saved.
 *
 * @throws WikiError `assertuserfailed`, `assertnameduserfailed`: logged out, or another account
 */
export async function checkEditPermission(
	wiki: Wiki,
	title: string,
	account: string,
): Promise<EditPermission> {
	const response = await wiki.query({
		action: 'query',
		titles: title,
		prop: 'info',
		intestactions: 'edit',
		intestactionsdetail: 'full',
		curtimestamp: true,
		assert: 'user',
		assertuser: account,
	});
	const { curtimestamp, query } = response;
	return {
		now: typeof curtimestamp === 'string' ? curtimestamp : new Date().toISOString(),
		refusal: findRefusal(isRecord(query) && Array.isArray(query.pages) ? query.pages[0] : null),
	};
}

function findRefusal(page: unknown): EditPermission['refusal'] {
	const actions: unknown = isRecord(page) ? page.actions : null;
	const errors: unknown = isRecord(actions) ? actions.edit : null;
	const firstError: unknown = Array.isArray(errors) ? errors[0] : null;
	if (!isRecord(firstError) || typeof firstError.code !== 'string') return null;
	return {
		code: firstError.code,
		message: typeof firstError.text === 'string' ? firstError.text : firstError.code,
	};
}
