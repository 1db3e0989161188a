import { expect, it } from 'vitest';
import { tidyLog } from '../../../bot/cycle/apply/tidyLog.ts';
import type { LogPage } from '../../../shared/actions/readLogPage.ts';
import { fillInPlaceholderIds } from '../../programmeIds.ts';
import wikilearn from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import type { Wiki } from '../../../shared/wiki/wiki.ts';

const programme = fillInPlaceholderIds(wikilearn);
const LOG = programme.log.page;

/** What it writes where the page with the log's id is this one. */
async function written(page: LogPage['page']): Promise<readonly unknown[]> {
	const acts: unknown[] = [];
	const wiki: Wiki = {
		query: () => Promise.reject(new Error('nothing to ask')),
		edit: (params) => {
			acts.push(params);
			return Promise.resolve({});
		},
	};
	await tidyLog(
		wiki,
		{ history: { revisions: [], imports: [] }, page, imported: new Set() },
		programme,
		(key) => key,
	);
	return acts;
}

it('resets the log to wikitext, and shortens it', async () => {
	const emptied = {
		action: 'edit',
		pageid: programme.log.id,
		text: 'wikilearn-log-intro',
		contentmodel: 'wikitext',
	};
	expect(await written({ title: LOG, contentModel: 'text', length: 10 })).toMatchObject([emptied]);
	expect(await written({ title: LOG, contentModel: 'wikitext', length: 1_900_000 })).toMatchObject([emptied]);
});

it('leaves a log with room, and a page at another title, unchanged', async () => {
	expect(await written({ title: LOG, contentModel: 'wikitext', length: 1_000_000 })).toEqual([]);
	expect(await written({ title: 'Somebody’s page', contentModel: 'text', length: 10 })).toEqual([]);
	expect(await written({ title: 'User:Eve', contentModel: 'wikitext', length: 1_900_000 })).toEqual([]);
	expect(await written(null)).toEqual([]);
});
