import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from './wiki.ts';
import { queryAll, parseResponse } from './response.ts';
import {
	META_PARAMS,
	REVISION_PARAMS,
	revisionSchema,
	type Revision,
	type RevisionMeta,
} from './revision.ts';

export interface Page {
	readonly title: string;
	readonly pageid: number;
	readonly isRedirect: boolean;
	readonly contentModel: string;
	/** The newest revision. */
	readonly revision: Revision;
}

interface PageRevision extends Revision {
	readonly pageid: number;
}

const pagesSchema = v.object({
	query: v.optional(
		v.object({
			normalized: v.optional(v.array(v.object({ from: v.string(), to: v.string() })), []),
			pages: v.optional(
				v.array(
					v.object({
						title: v.string(),
						pageid: v.optional(v.number()),
						redirect: v.optional(v.boolean(), false),
						contentmodel: v.optional(v.string(), 'wikitext'),
						revisions: v.optional(v.array(revisionSchema)),
					}),
				),
				[],
			),
		}),
	),
});

/** What `prop=revisions|info` takes so that {@link parsePages} can read the answer. */
export const PAGE_PARAMS = { prop: 'revisions|info', ...REVISION_PARAMS } as const;

/** The existing pages in an answer. A page whose text did not fit (the answer was cut) comes in a later one. */
export function parsePages(response: ApiResponse): readonly Page[] {
	const query = parseResponse(pagesSchema, response).query;
	return (query?.pages ?? []).flatMap((page) => {
		const revision = page.revisions?.[0];
		if (page.pageid === undefined || !revision) return [];
		const { title, pageid, redirect: isRedirect, contentmodel: contentModel } = page;
		return [{ title, pageid, isRedirect, contentModel, revision }];
	});
}

/** The same by the titles that were asked for: the wiki answers with its own, in its language. */
export function parsePagesByName(response: ApiResponse): ReadonlyMap<string, Page> {
	const normalized = parseResponse(pagesSchema, response).query?.normalized ?? [];
	const requestedTitles = new Map(normalized.map(({ from, to }) => [to, from]));
	return new Map(parsePages(response).map((page) => [requestedTitles.get(page.title) ?? page.title, page]));
}

/** Another list, and what is to be done with its answers. */
export interface ExtraQuery {
	readonly params: Params;
	readonly onResponse: (response: ApiResponse) => void;
}

/**
 * Reads the newest revision of pages by title.
 *
 * @param batchSize how many titles a request may name (50, or 500 with `apihighlimits`)
 * @param extra another list to ask for in the same breath, and what is to be done with its answers
 * @returns by the title that was asked for; pages that do not exist are left out
 * @throws WikiError
 */
export async function readPages(
	wiki: Wiki,
	titles: readonly string[],
	batchSize = 50,
	extra?: ExtraQuery,
): Promise<ReadonlyMap<string, Page>> {
	const pages = new Map<string, Page>();
	for (const [index, batch] of splitIntoBatches(titles, batchSize).entries()) {
		const currentExtra = index === 0 ? extra : undefined;
		const requestedTitles = new Map(batch.map((title) => [title, title]));
		for await (const response of queryAll(wiki, {
			action: 'query',
			...PAGE_PARAMS,
			titles: batch,
			...currentExtra?.params,
		})) {
			currentExtra?.onResponse(response);
			const normalized = parseResponse(pagesSchema, response).query?.normalized ?? [];
			for (const { from, to } of normalized) requestedTitles.set(to, from);
			for (const page of parsePages(response)) pages.set(requestedTitles.get(page.title) ?? page.title, page);
		}
	}
	return pages;
}

/**
 * Reads all pages whose titles begin with a prefix, with their newest revisions.
 *
 * @param prefix a full title's beginning in the main namespace, or with its namespace's name before it
 * @param namespace the id of the prefix's namespace, whose name `prefix` must not carry
 * @param batchSize of how many pages a request may have the texts (50, or 500 with `apihighlimits`). The list itself goes
 * ten times as far, but then each answer names all its pages again
 * @param extra another list to ask for in the same breath, and what is to be done with its answers
 * @throws WikiError
 */
export async function readPagesWithPrefix(
	wiki: Wiki,
	prefix: string,
	namespace: number,
	batchSize = 50,
	extra?: ExtraQuery,
): Promise<readonly Page[]> {
	const params: Params = {
		action: 'query',
		generator: 'allpages',
		gapprefix: prefix,
		gapnamespace: namespace,
		gaplimit: batchSize,
		...PAGE_PARAMS,
		...extra?.params,
	};
	const pages: Page[] = [];
	for await (const response of queryAll(wiki, params)) {
		extra?.onResponse(response);
		pages.push(...parsePages(response));
	}
	return pages;
}

/** Reads revisions by id, with the page that each is of now. Deleted ones are left out. @throws WikiError */
export async function readRevisions(
	wiki: Wiki,
	revids: readonly number[],
	batchSize = 50,
): Promise<ReadonlyMap<number, PageRevision>> {
	const revisionsById = new Map<number, PageRevision>();
	for (const batch of splitIntoBatches(revids, batchSize)) {
		for await (const response of queryAll(wiki, { action: 'query', ...PAGE_PARAMS, revids: batch })) {
			const pages = parseResponse(pagesSchema, response).query?.pages ?? [];
			for (const { pageid = 0, revisions = [] } of pages)
				for (const revision of revisions) revisionsById.set(revision.revid, { ...revision, pageid });
		}
	}
	return revisionsById;
}

/** Reads a page's whole history with texts, oldest first. Empty where there is no such page. @throws WikiError */
export async function readHistory(wiki: Wiki, title: string): Promise<readonly Revision[]> {
	const revisions: Revision[] = [];
	const params: Params = { action: 'query', ...PAGE_PARAMS, titles: title, rvlimit: 'max', rvdir: 'newer' };
	for await (const response of queryAll(wiki, params)) revisions.push(...parseRevisions(response));
	return revisions;
}

/** A page's revisions without texts, newest first: all, or those since an instant (ISO 8601). @throws WikiError */
export async function readHistoryMeta(
	wiki: Wiki,
	title: string,
	since?: string,
): Promise<readonly RevisionMeta[]> {
	const revisions: RevisionMeta[] = [];
	const params: Params = {
		action: 'query',
		prop: 'revisions',
		titles: title,
		...META_PARAMS,
		rvlimit: 'max',
		rvend: since,
	};
	for await (const response of queryAll(wiki, params)) revisions.push(...parseRevisions(response));
	return revisions;
}

/** Every revision in an answer. */
export function parseRevisions(response: ApiResponse): readonly Revision[] {
	const pages = parseResponse(pagesSchema, response).query?.pages ?? [];
	return pages.flatMap((page) => page.revisions ?? []);
}

export function splitIntoBatches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
	const batches: T[][] = [];
	for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size));
	return batches;
}
