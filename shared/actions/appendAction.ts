import * as v from 'valibot';
import { type Params, type Wiki, WikiError } from '../wiki/wiki.ts';
import { parseEditResponse, type SaveResult } from '../wiki/savePage.ts';
import { parseResponse } from '../wiki/response.ts';
import { writeAction, type Action } from './mark.ts';

export interface AppendRequest {
	/** The page's id, which moves do not change. */
	readonly pageid: number;
	readonly action: Action;
	/** Made once for an action, however often it is tried: by it a saved one is known again. */
	readonly nonce: string;
	/** What the new line says to readers, as wikitext without links, signatures or pings. */
	readonly line: string;
	/** What follows the mark in the summary, plain text. */
	readonly note: string;
	/** Whether it was tried before and nobody knows what became of that: then it is looked for first. */
	readonly isRetry?: boolean;
	/** Answers to a CAPTCHA: `captchaid`, `captchaword`; `watchlist`. */
	readonly extraParams?: Params;
}

/** Conflicts cannot happen: text is only added, and every addition stays. */
export type AppendResult = Exclude<SaveResult, { readonly kind: 'conflict' }>;

/**
 * Adds a line to a page, with the action in the edit's summary, once. After a lost answer it looks whether the action is
 * there; calling again with the same arguments and `again` is always safe.
 *
 * @throws WikiError where looking failed as well; RangeError where the mark is too long
 */
export async function appendAction(wiki: Wiki, request: AppendRequest): Promise<AppendResult> {
	const { pageid, action, nonce, line, note, extraParams } = request;
	const mark = writeAction(action, nonce);
	if (request.isRetry === true) {
		const found = await findAction(wiki, pageid, mark);
		if (found.kind === 'saved') return found;
	}
	try {
		const response = await wiki.edit({
			action: 'edit',
			pageid,
			appendtext: `\n* ${line} (${nonce})`,
			summary: note === '' ? mark : `${mark} ${neutralizeNote(note)}`,
			...extraParams,
		});
		const saved = parseEditResponse({ title: '', baseRevision: 0 }, response);
		if (saved.kind !== 'conflict') return saved;
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		if (error.outcome === 'refused') return { kind: 'refused', code: error.code, message: error.message };
	}
	return findAction(wiki, pageid, mark);
}

/** Nothing in a note acts as a link, a section or a name in a summary. */
function neutralizeNote(note: string): string {
	return note.replace(/\s+/g, ' ').replace(/([[{}\]/])(?=[[{}\]*])/g, '$1\u2060');
}

/** The revisions before the newest that are looked at: others append at the same time. */
const MAX_REVISIONS = 50;

const revisionsSchema = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				title: v.optional(v.string(), ''),
				revisions: v.optional(
					v.array(v.object({ revid: v.number(), comment: v.optional(v.string(), '') })),
					[],
				),
			}),
		),
	}),
});

async function findAction(wiki: Wiki, pageid: number, mark: string): Promise<AppendResult> {
	const response = await wiki.query({
		action: 'query',
		prop: 'revisions',
		pageids: pageid,
		rvprop: 'ids|comment',
		rvlimit: MAX_REVISIONS,
	});
	const [page] = parseResponse(revisionsSchema, response).query.pages;
	const found = page?.revisions.find(({ comment }) => comment.split(' ')[0] === mark);
	if (page && found) return { kind: 'saved', title: page.title, revid: found.revid, edited: true };
	return { kind: 'lost', code: 'lost', message: 'The wiki did not say what became of the edit.' };
}
