import type { ApiSession } from '../../wiki/apiSession.ts';

export interface WrittenRevision {
	readonly revid: number;
	readonly user: string;
	readonly comment: string;
	readonly text: string;
}

/** All pages of a wiki with their complete histories, oldest revision first, by title. */
export type WikiContents = ReadonlyMap<string, readonly WrittenRevision[]>;

interface RevisionsResponse {
	readonly continue?: Readonly<Record<string, string>>;
	readonly query: {
		readonly allrevisions: readonly {
			readonly title: string;
			readonly revisions: readonly {
				readonly revid: number;
				readonly user: string;
				readonly comment: string;
				readonly slots: { readonly main: { readonly content: string } };
			}[];
		}[];
	};
}

/** Reads all pages in all namespaces. */
export async function readWiki(session: ApiSession): Promise<WikiContents> {
	const pages = new Map<string, WrittenRevision[]>();
	let more: RevisionsResponse['continue'] = {};
	while (more) {
		const response: RevisionsResponse = await session.get({
			action: 'query',
			list: 'allrevisions',
			arvprop: 'ids|user|comment|content',
			arvslots: 'main',
			arvdir: 'newer',
			arvlimit: 'max',
			...more,
		});
		for (const { title, revisions } of response.query.allrevisions)
			for (const { revid, user, comment, slots } of revisions)
				pages.set(title, [...(pages.get(title) ?? []), { revid, user, comment, text: slots.main.content }]);
		more = response.continue;
	}
	for (const revisions of pages.values()) revisions.sort((a, b) => a.revid - b.revid);
	return pages;
}
