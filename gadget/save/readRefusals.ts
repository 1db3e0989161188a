import type { Wiki } from '../../shared/wiki.ts';
import { inBatches } from '../../shared/wiki/readPages.ts';
import { isRecord } from '../isRecord.ts';
import { refusalOn, type MayEdit } from './mayEdit.ts';

/** How many titles a request may name. */
const BATCH = 50;

/** Which of some pages the account may not save, and why. @throws WikiError as `mayEdit` */
export async function readRefusals(
	wiki: Wiki,
	titles: readonly string[],
	account: string,
): Promise<ReadonlyMap<string, NonNullable<MayEdit['refusal']>>> {
	const found = new Map<string, NonNullable<MayEdit['refusal']>>();
	for (const some of inBatches(titles, BATCH)) {
		const { query } = await wiki.ask({
			action: 'query',
			titles: some,
			prop: 'info',
			intestactions: 'edit',
			intestactionsdetail: 'full',
			assert: 'user',
			assertuser: account,
		});
		const pages: readonly unknown[] = isRecord(query) && Array.isArray(query.pages) ? query.pages : [];
		for (const page of pages) {
			const refusal = refusalOn(page);
			if (refusal && isRecord(page) && typeof page.title === 'string') found.set(page.title, refusal);
		}
	}
	return found;
}
