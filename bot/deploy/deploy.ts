import type { Wiki } from '../../shared/wiki.ts';
import { readPages, type Page } from '../../shared/wiki/readPages.ts';
import { publishPage, type Published } from '../publish/publishPage.ts';
import { mergeDefinition } from './mergeDefinition.ts';
import type { OwnPage } from './ownPages.ts';

/**
 * Brings the project's pages to a wiki: compares with what is there and writes only what differs.
 *
 * @param version named in each edit's summary
 * @param tell told of each page once it is done
 * @throws WikiError where the wiki cannot be talked to; a page that it refuses is in the result
 */
export async function deploy(
	wiki: Wiki,
	pages: readonly OwnPage[],
	version: string,
	tell?: (result: Published) => void,
): Promise<readonly Published[]> {
	const present = await readPages(
		wiki,
		pages.map(({ title }) => title),
	);
	const results: Published[] = [];
	for (const page of pages) {
		const result = await deployPage(wiki, page, present.get(page.title) ?? null, version);
		results.push(result);
		tell?.(result);
	}
	return results;
}

async function deployPage(
	wiki: Wiki,
	page: OwnPage,
	present: Page | null,
	version: string,
): Promise<Published> {
	if (present && page.how === 'if-missing') return { kind: 'unchanged', title: page.title };
	const text = (before: string) => {
		if (page.how === 'definition') return mergeDefinition(before, page.text);
		return page.title.endsWith('.json') && isSameJson(before, page.text) ? before : page.text;
	};
	return publishPage(
		wiki,
		{ title: page.title, text, summary: `WikiLearn applications ${version}` },
		present,
	);
}

/** The wiki formats JSON pages its own way when it saves them. */
function isSameJson(one: string, other: string): boolean {
	try {
		return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
	} catch {
		return false;
	}
}
