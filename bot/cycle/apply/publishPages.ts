import { createHash } from 'node:crypto';
import type { Problem } from '../../../shared/history/problem.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readPages, type Page } from '../../../shared/wiki/readPages.ts';
import type { Published } from '../../wiki/comparePage.ts';
import { publishRegion } from './publishRegion.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { WantedRegion } from '../../plan/wantedRegion.ts';

export interface PublishedPages {
	readonly published: readonly Published[];
	/** To be remembered for the next time. */
	readonly digests: ReadonlyMap<string, string>;
	/** What came up, now or in an earlier cycle. */
	readonly problems: readonly Problem[];
}

/** What is known of the pages before they are written. */
export interface Publishing {
	readonly bot: Author;
	/** By title: a digest of what the region was last made or found to say, and after a blank the problem that stands. */
	readonly remembered: ReadonlyMap<string, string>;
	/** Titles of the pages that changed since. */
	readonly changed: ReadonlySet<string>;
	/** Pages that the cycle has read already, by title; null: missing. One that changed meanwhile is a conflict, which is met. */
	readonly read: ReadonlyMap<string, Page | null>;
	/** How many titles a request may name. */
	readonly batch: number;
	/** How many pages were compared and, if they differed, saved, and of how many; not told where there are none. */
	readonly tell?: (done: number, of: number) => void;
}

/**
 * Writes the regions that say something else than they should, one page after another. A page whose region was right
 * the last time, should say the same now, and was not changed since, is not even read.
 */
export async function publishPages(
	wiki: Wiki,
	wanted: readonly WantedRegion[],
	{ bot, remembered, changed, read, batch, tell }: Publishing,
): Promise<PublishedPages> {
	const open = ({ title, region }: WantedRegion) =>
		changed.has(title) || !isKnown(remembered.get(title), region);
	const toRead = wanted.filter(open);
	if (toRead.length > 0) tell?.(0, toRead.length);
	const unread = toRead.filter(({ title }) => !read.has(title));
	const present = new Map<string, Page | null>([...read, ...(await readThem(wiki, unread, batch))]);
	const digests = new Map<string, string>();
	const published: Published[] = [];
	const found: Problem[] = [];
	for (const page of wanted) {
		const before = remembered.get(page.title);
		if (!open(page)) {
			digests.set(page.title, before ?? '');
			found.push(...standing(page.title, before));
			continue;
		}
		const { result, problem } = await publishRegion(wiki, page, present.get(page.title) ?? null, bot);
		published.push(result);
		tell?.(published.length, toRead.length);
		const problems = problem ? [problem] : result.kind === 'unchanged' ? standing(page.title, before) : [];
		found.push(...problems);
		if (result.kind === 'saved' || result.kind === 'unchanged')
			digests.set(page.title, [digest(page.region), ...problems.map(({ kind }) => kind)].join(' '));
	}
	return { published, digests, problems: found };
}

async function readThem(
	wiki: Wiki,
	pages: readonly WantedRegion[],
	batch: number,
): Promise<ReadonlyMap<string, Page>> {
	const titles = pages.map(({ title }) => title);
	return titles.length === 0 ? new Map<string, Page>() : readPages(wiki, titles, batch);
}

function isKnown(remembered: string | undefined, text: string): boolean {
	return remembered?.split(' ')[0] === digest(text);
}

const LASTING = ['region-left-out', 'region-moved', 'page-restored'] as const;

/** What the report goes on saying about a page that was looked at in an earlier cycle. */
function standing(about: string, remembered: string | undefined): readonly Problem[] {
	const kind = remembered?.split(' ')[1];
	return LASTING.flatMap((lasting) => (lasting === kind ? [{ kind: lasting, about, detail: '' }] : []));
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
