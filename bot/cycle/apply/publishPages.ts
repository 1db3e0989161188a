import { createHash } from 'node:crypto';
import type { Problem } from '../../../shared/history/problem.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readPages, type Page } from '../../../shared/wiki/readPages.ts';
import type { PublishResult } from '../../wiki/comparePage.ts';
import { publishRegion } from './publishRegion.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { RegionUpdate } from '../../plan/regionUpdate.ts';

export interface PublishedPages {
	readonly results: readonly PublishResult[];
	/** To be remembered for the next time. */
	readonly digests: ReadonlyMap<string, string>;
	/** What came up, now or in an earlier cycle. */
	readonly problems: readonly Problem[];
}

/** What is known of the pages before they are written. */
export interface PublishContext {
	readonly bot: Author;
	/** By title: a digest of what the region was last made or found to say, and after a blank the problem that stands. */
	readonly digests: ReadonlyMap<string, string>;
	/** Titles of the pages that changed since. */
	readonly changed: ReadonlySet<string>;
	/** Pages that the cycle has read already, by title; null: missing. One that changed meanwhile is a conflict, which is met. */
	readonly present: ReadonlyMap<string, Page | null>;
	/** How many titles a request may name. */
	readonly batchSize: number;
	/** How many pages were compared and, if they differed, saved, and of how many; not told where there are none. */
	readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Writes the regions that say something else than they should, one page after another. A page whose region was right
 * the last time, should say the same now, and was not changed since, is not even read.
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
			digests.set(update.title, [digest(update.region), ...problems.map(({ kind }) => kind)].join(' '));
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
	return earlierDigest?.split(' ')[0] === digest(text);
}

const PERSISTENT_PROBLEMS = ['region-left-out', 'region-moved', 'page-restored'] as const;

/** What the report goes on saying about a page that was looked at in an earlier cycle. */
function persistentProblems(about: string, earlierDigest: string | undefined): readonly Problem[] {
	const kind = earlierDigest?.split(' ')[1];
	return PERSISTENT_PROBLEMS.flatMap((persistent) =>
		persistent === kind ? [{ kind: persistent, about, detail: '' }] : [],
	);
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
