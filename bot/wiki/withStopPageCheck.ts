import { type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { readStopReason } from '../operations/stopPage.ts';

/** How long a check of the stop page is valid, milliseconds: checking before each edit would double the requests. */
const CHECK_INTERVAL_MS = 10_000;

/**
 * A port that checks the stop page before writes, and rejects them (`stopped`) if it asks to stop. A cycle checks at
 * its start too; this covers a stop while a long cycle is writing.
 *
 * @param now milliseconds of a monotonic clock
 */
export function withStopPageCheck(wiki: Wiki, page: string, now: () => number): Wiki {
	let checkedAt = now();
	return {
		query: (params) => wiki.query(params),
		edit: async (params) => {
			if (now() - checkedAt > CHECK_INTERVAL_MS) {
				const reason = readStopReason((await readPages(wiki, [page])).get(page)?.revision.text ?? '');
				if (reason !== null) throw new WikiError('stopped', `${page} says: ${reason}`);
				checkedAt = now();
			}
			return wiki.edit(params);
		},
	};
}
