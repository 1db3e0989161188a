import * as v from 'valibot';
import type { Params, Wiki } from '../../shared/wiki/wiki.ts';
import { parseResponse } from '../../shared/wiki/response.ts';

/** A page's metadata. */
export interface PageInfo {
	readonly pageid: number;
	readonly title: string;
	readonly contentmodel: string;
	readonly redirect: boolean;
	/** The right or group required to move it; null: not move-protected. */
	readonly moveProtection: string | null;
}

const PAGE_INFO_SCHEMA = v.object({
	query: v.object({
		pages: v.optional(
			v.array(
				v.object({
					pageid: v.optional(v.number()),
					title: v.optional(v.string(), ''),
					missing: v.optional(v.boolean(), false),
					contentmodel: v.optional(v.string(), 'wikitext'),
					redirect: v.optional(v.boolean(), false),
					protection: v.optional(v.array(v.object({ type: v.string(), level: v.string() })), []),
				}),
			),
			[],
		),
	}),
});

/** @param selector `titles` or `pageids`, of one page @returns null if missing @throws WikiError */
export async function readPageInfo(wiki: Wiki, selector: Params): Promise<PageInfo | null> {
	const response = await wiki.query({ action: 'query', prop: 'info', inprop: 'protection', ...selector });
	const [page] = parseResponse(PAGE_INFO_SCHEMA, response).query.pages;
	if (!page || page.missing || page.pageid === undefined) return null;
	const { pageid, title, contentmodel, redirect, protection } = page;
	const moving = protection.find(({ type }) => type === 'move');
	return { pageid, title, contentmodel, redirect, moveProtection: moving?.level ?? null };
}
