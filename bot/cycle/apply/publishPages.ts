import type { Problem } from '../../../shared/history/problem.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readPages, type Page } from '../../../shared/wiki/readPages.ts';
import type { PublishResult } from '../../wiki/comparePage.ts';
import { sha256 } from '../cache/sha256.ts';
import { publishRegion } from './publishRegion.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { RegionUpdate } from '../../plan/regionUpdate.ts';

export interface PublishedPages {
	readonly results: readonly PublishResult[];
	/** To be cached for the next cycle. */
	readonly digests: ReadonlyMap<string, string>;
	/** Problems found now or in an earlier cycle. */
	readonly problems: readonly Problem[];
}

/** What is known about the pages before writing. */
export interface PublishContext {
	readonly bot: Author;
	/** By title: a digest of the region's last intended or observed text, then a space and the persisting problem. */
	readonly digests: ReadonlyMap<string, string>;
	/** Titles of pages changed since. */
	readonly changed: ReadonlySet<string>;
	/** Pages read earlier in the cycle, by title; null: missing. A stale one causes an edit conflict and a retry. */
	readonly present: ReadonlyMap<string, Page | null>;
	/** Maximum titles per request. */
	readonly batchSize: number;
	/** Called with the number of pages processed so far, and of all; not called if there are none. */
	readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Writes the regions that differ, one page after another. A page is not read if its region was correct the last time,
 * the intended text is the same, and the page has not changed since.
 */
export async function publishPages(
	wiki: Wiki,
	updates: readonly RegionUpdate[],
	{ bot, digests: earlier, changed, present: readPages, batchSize, onProgress }: PublishContext,
): Promise<PublishedPages> {
	const needsCheck = ({ title, region }: RegionUpdate) =>
		changed.has(title) || !isUnchanged(earlier.get(title), region);
	const toCheck = updates.filter(needsCheck);
	if (toCheck.length > 0) onProgress?.(0, toCheck.length);
	const unread = toCheck.filter(({ title }) => !readPages.has(title));
	const present = new Map<string, Page | null>([
		...readPages,
		...(await readPresentPages(wiki, unread, batchSize)),
	]);
	const digests = new Map<string, string>();
	const published: PublishResult[] = [];
	const allProblems: Problem[] = [];
	for (const update of updates) {
		const earlierDigest = earlier.get(update.title);
		if (!needsCheck(update)) {
			digests.set(update.title, earlierDigest ?? '');
			allProblems.push(...persistentProblems(update.title, earlierDigest));
			continue;
		}
		const { result, problem } = await publishRegion(wiki, update, present.get(update.title) ?? null, bot);
		published.push(result);
		onProgress?.(published.length, toCheck.length);
		const problems = problem
			? [problem]
			: result.kind === 'unchanged'
				? persistentProblems(update.title, earlierDigest)
				: [];
		allProblems.push(...problems);
		if (result.kind === 'saved' || result.kind === 'unchanged')
			digests.set(update.title, [sha256(update.region), ...problems.map(({ kind }) => kind)].join(' '));
	}
	return { results: published, digests, problems: allProblems };
}

async function readPresentPages(
	wiki: Wiki,
	updates: readonly RegionUpdate[],
	batchSize: number,
): Promise<ReadonlyMap<string, Page>> {
	const titles = updates.map(({ title }) => title);
	return titles.length === 0 ? new Map<string, Page>() : readPages(wiki, titles, batchSize);
}

function isUnchanged(earlierDigest: string | undefined, text: string): boolean {
	return earlierDigest?.split(' ')[0] === sha256(text);
}

const PERSISTENT_PROBLEMS = ['region-removed', 'markers-moved', 'page-restored'] as const;

/** The persisting problem of a page that was processed in an earlier cycle. */
function persistentProblems(about: string, earlierDigest: string | undefined): readonly Problem[] {
	const kind = earlierDigest?.split(' ')[1];
	return PERSISTENT_PROBLEMS.flatMap((persistent) =>
		persistent === kind ? [{ kind: persistent, about, detail: '' }] : [],
	);
}
