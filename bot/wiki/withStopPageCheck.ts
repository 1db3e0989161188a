import { type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { readStopReason } from '../operations/stopPage.ts';

/** How long a look at the stop page holds, milliseconds: a look before each of many edits would double the requests. */
const CHECK_INTERVAL_MS = 10_000;

/**
 * A port that looks at the stop page before writes, and refuses them (`stopped`) when it says so. A cycle looks at its
 * beginning as well; this is for what somebody puts there while a long one is writing.
 *
 * @param now milliseconds of any steady clock
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
