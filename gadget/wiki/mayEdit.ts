import type { Wiki } from '../../shared/wiki/wiki.ts';
import { isRecord } from '../isRecord.ts';

export interface MayEdit {
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
	/** The first reason why the account may not save the page, or null. */
	readonly refusal: { readonly code: string; readonly message: string } | null;
}

/**
 * Asks whether a page could be saved, before anything is done: an address is not mailed to the team for an application
 * that cannot follow.
 *
 * @throws WikiError `assertuserfailed`, `assertnameduserfailed`: logged out, or another account
 */
export async function mayEdit(wiki: Wiki, title: string, account: string): Promise<MayEdit> {
	const answer = await wiki.query({
		action: 'query',
		titles: title,
		prop: 'info',
		intestactions: 'edit',
		intestactionsdetail: 'full',
		curtimestamp: true,
		assert: 'user',
		assertuser: account,
	});
	const { curtimestamp, query } = answer;
	return {
		now: typeof curtimestamp === 'string' ? curtimestamp : new Date().toISOString(),
		refusal: refusalOn(isRecord(query) && Array.isArray(query.pages) ? query.pages[0] : null),
	};
}

function refusalOn(page: unknown): MayEdit['refusal'] {
	const actions: unknown = isRecord(page) ? page.actions : null;
	const errors: unknown = isRecord(actions) ? actions.edit : null;
	const first: unknown = Array.isArray(errors) ? errors[0] : null;
	if (!isRecord(first) || typeof first.code !== 'string') return null;
	return { code: first.code, message: typeof first.text === 'string' ? first.text : first.code };
}
