import type { Params, Wiki } from '../../shared/wiki/wiki.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';

/** An edit that was not made. */
export interface Unwritten {
	readonly title: string;
	readonly summary: string;
	/** Null where there is no page yet. */
	readonly before: string | null;
	readonly after: string;
}

/**
 * A port for `--dry-run`: questions reach the wiki, writes do not, whoever asks for them. An edit is told of and
 * answered as if it had been saved; any other write is refused.
 */
export function withoutWrites(wiki: Wiki, tell: (edit: Unwritten) => void): Wiki {
	return {
		query: (params) => wiki.query(params),
		edit: async (params) => {
			if (params.action !== 'edit' || typeof params.text !== 'string') {
				throw new WikiError('dry-run', `action=${String(params.action)} was not sent: this is a dry run.`);
			}
			const title = stringIn(params, 'title');
			const before = (await readPages(wiki, [title])).get(title)?.revision.text ?? null;
			tell({ title, summary: stringIn(params, 'summary'), before, after: params.text });
			return { edit: { result: 'Success', title, newrevid: 0 } };
		},
	};
}

function stringIn(params: Params, key: string): string {
	const value = params[key];
	return typeof value === 'string' ? value : '';
}
