import type { ApiResponse, Wiki } from '../../../shared/wiki/wiki.ts';

/** A port that tells after each answer how many pages it and those before it held: reading is known by nothing else. */
export function countingPages(wiki: Wiki, tell: (pages: number) => void): Wiki {
	let pages = 0;
	return {
		query: async (params) => {
			const answer = await wiki.query(params);
			const held = pagesIn(answer);
			pages += held;
			if (held > 0) tell(pages);
			return answer;
		},
		edit: (params) => wiki.edit(params),
	};
}

function pagesIn({ query }: ApiResponse): number {
	if (typeof query !== 'object' || query === null || !('pages' in query)) return 0;
	return Array.isArray(query.pages) ? query.pages.length : 0;
}
