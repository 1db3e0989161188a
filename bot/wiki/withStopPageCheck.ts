import type { Wiki } from '../../shared/wiki/wiki.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { stopReason } from '../operations/stopPage.ts';

/** How long a look at the stop page holds, milliseconds: a look before each of many edits would double the requests. */
const HOLDS = 10_000;

/**
 * A port that looks at the stop page before writes, and refuses them (`stopped`) when it says so. A cycle looks at its
 * beginning as well; this is for what somebody puts there while a long one is writing.
 *
 * @param now milliseconds of any steady clock
 */
export function heedingStopPage(wiki: Wiki, page: string, now: () => number): Wiki {
	let looked = now();
	return {
		query: (params) => wiki.query(params),
		edit: async (params) => {
			if (now() - looked > HOLDS) {
				const reason = stopReason((await readPages(wiki, [page])).get(page)?.revision.text ?? '');
				if (reason !== null) throw new WikiError('stopped', `${page} says: ${reason}`);
				looked = now();
			}
			return wiki.edit(params);
		},
	};
}
