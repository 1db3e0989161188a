import { createHash } from 'node:crypto';
import type { Wiki } from '../../shared/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { publishPage, type Published, type Wanted } from './publishPage.ts';
import { regionText } from './regionText.ts';

/** A page with a region of the bot's, and what the region should say. */
export interface WantedRegion {
	readonly title: string;
	readonly region: string;
	readonly summary: string;
}

/**
 * Writes the regions that say something else than they should, one page after another. A page whose region was right
 * the last time, should say the same now, and was not changed since, is not even read.
 *
 * @param remembered digests of what each page was last made or found to say
 * @param changed titles of the pages that changed since
 */
export async function publishPages(
	wiki: Wiki,
	wanted: readonly WantedRegion[],
	remembered: ReadonlyMap<string, string>,
	changed: ReadonlySet<string>,
): Promise<{ readonly published: readonly Published[]; readonly digests: ReadonlyMap<string, string> }> {
	const digests = new Map<string, string>();
	const open: WantedRegion[] = [];
	for (const page of wanted) {
		if (remembered.get(page.title) === digest(page.region) && !changed.has(page.title))
			digests.set(page.title, digest(page.region));
		else open.push(page);
	}
	const present =
		open.length === 0
			? new Map()
			: await readPages(
					wiki,
					open.map(({ title }) => title),
				);
	const published: Published[] = [];
	for (const page of open) {
		const result = await publishPage(wiki, asText(page), present.get(page.title) ?? null);
		if (result.kind === 'saved' || result.kind === 'unchanged') digests.set(page.title, digest(page.region));
		published.push(result);
	}
	return { published, digests };
}

function asText({ title, region, summary }: WantedRegion): Wanted {
	return { title, summary, text: (present) => regionText(present, region) };
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
