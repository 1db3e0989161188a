import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from './wiki.ts';
import { askAll } from './askAll.ts';
import { parseAnswer } from './parseAnswer.ts';
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
	readonly redirect: boolean;
	readonly contentModel: string;
	/** The newest revision. */
	readonly revision: Revision;
}

export interface PageRevision extends Revision {
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

/** What `prop=revisions|info` takes so that {@link pagesIn} can read the answer. */
export const PAGE_PARAMS = { prop: 'revisions|info', ...REVISION_PARAMS } as const;

/** The existing pages in an answer. A page whose text did not fit (the answer was cut) comes in a later one. */
export function pagesIn(answer: ApiResponse): readonly Page[] {
	const query = parseAnswer(pagesSchema, answer).query;
	return (query?.pages ?? []).flatMap((page) => {
		const revision = page.revisions?.[0];
		if (page.pageid === undefined || !revision) return [];
		const { title, pageid, redirect, contentmodel: contentModel } = page;
		return [{ title, pageid, redirect, contentModel, revision }];
	});
}

/** The same by the titles that were asked for: the wiki answers with its own, in its language. */
export function pagesByName(answer: ApiResponse): ReadonlyMap<string, Page> {
	const normalized = parseAnswer(pagesSchema, answer).query?.normalized ?? [];
	const names = new Map(normalized.map(({ from, to }) => [to, from]));
	return new Map(pagesIn(answer).map((page) => [names.get(page.title) ?? page.title, page]));
}

/** Another list, and what is to be done with its answers. */
export interface Beside {
	readonly params: Params;
	readonly read: (answer: ApiResponse) => void;
}

/**
 * Reads the newest revision of pages by title.
 *
 * @param batch how many titles a request may name (50, or 500 with `apihighlimits`)
 * @param beside another list to ask for in the same breath, and what is to be done with its answers
 * @returns by the title that was asked for; pages that do not exist are left out
 * @throws WikiError
 */
export async function readPages(
	wiki: Wiki,
	titles: readonly string[],
	batch = 50,
	beside?: Beside,
): Promise<ReadonlyMap<string, Page>> {
	const found = new Map<string, Page>();
	for (const [index, some] of inBatches(titles, batch).entries()) {
		const also = index === 0 ? beside : undefined;
		const names = new Map(some.map((title) => [title, title]));
		for await (const answer of askAll(wiki, {
			action: 'query',
			...PAGE_PARAMS,
			titles: some,
			...also?.params,
		})) {
			also?.read(answer);
			const normalized = parseAnswer(pagesSchema, answer).query?.normalized ?? [];
			for (const { from, to } of normalized) names.set(to, from);
			for (const page of pagesIn(answer)) found.set(names.get(page.title) ?? page.title, page);
		}
	}
	return found;
}

/**
 * Reads all pages whose titles begin with a prefix, with their newest revisions.
 *
 * @param prefix a full title's beginning in the main namespace, or with its namespace's name before it
 * @param namespace the id of the prefix's namespace, whose name `prefix` must not carry
 * @param batch of how many pages a request may have the texts (50, or 500 with `apihighlimits`). The list itself goes
 * ten times as far, but then each answer names all its pages again
 * @param beside another list to ask for in the same breath, and what is to be done with its answers
 * @throws WikiError
 */
export async function readPagesWithPrefix(
	wiki: Wiki,
	prefix: string,
	namespace: number,
	batch = 50,
	beside?: Beside,
): Promise<readonly Page[]> {
	const params: Params = {
		action: 'query',
		generator: 'allpages',
		gapprefix: prefix,
		gapnamespace: namespace,
		gaplimit: batch,
		...PAGE_PARAMS,
		...beside?.params,
	};
	const pages: Page[] = [];
	for await (const answer of askAll(wiki, params)) {
		beside?.read(answer);
		pages.push(...pagesIn(answer));
	}
	return pages;
}

/** Reads revisions by id, with the page that each is of now. Deleted ones are left out. @throws WikiError */
export async function readRevisions(
	wiki: Wiki,
	revids: readonly number[],
	batch = 50,
): Promise<ReadonlyMap<number, PageRevision>> {
	const found = new Map<number, PageRevision>();
	for (const some of inBatches(revids, batch)) {
		for await (const answer of askAll(wiki, { action: 'query', ...PAGE_PARAMS, revids: some })) {
			const pages = parseAnswer(pagesSchema, answer).query?.pages ?? [];
			for (const { pageid = 0, revisions = [] } of pages)
				for (const revision of revisions) found.set(revision.revid, { ...revision, pageid });
		}
	}
	return found;
}

/** Reads a page's whole history with texts, oldest first. Empty where there is no such page. @throws WikiError */
export async function readHistory(wiki: Wiki, title: string): Promise<readonly Revision[]> {
	const revisions: Revision[] = [];
	const params: Params = { action: 'query', ...PAGE_PARAMS, titles: title, rvlimit: 'max', rvdir: 'newer' };
	for await (const answer of askAll(wiki, params)) revisions.push(...pageRevisionsIn(answer));
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
	for await (const answer of askAll(wiki, params)) revisions.push(...pageRevisionsIn(answer));
	return revisions;
}

/** Every revision in an answer. */
export function pageRevisionsIn(answer: ApiResponse): readonly Revision[] {
	const pages = parseAnswer(pagesSchema, answer).query?.pages ?? [];
	return pages.flatMap((page) => page.revisions ?? []);
}

export function inBatches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
	const batches: T[][] = [];
	for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size));
	return batches;
}
