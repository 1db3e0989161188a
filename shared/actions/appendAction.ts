import * as v from 'valibot';
import { type Params, type Wiki, WikiError } from '../wiki/wiki.ts';
import { parseEditResponse, type SaveResult } from '../wiki/savePage.ts';
import { parseResponse } from '../wiki/response.ts';
import { writeAction, type Action } from './mark.ts';

export interface AppendRequest {
	/** The page's id, which survives moves. */
	readonly pageid: number;
	readonly action: Action;
	/** Identifies the action: the same for all retries. */
	readonly nonce: string;
	/** The new line's visible text, as wikitext without links, signatures or pings. */
	readonly line: string;
	/** The rest of the summary after the mark, plain text. */
	readonly note: string;
	/** Whether an earlier attempt has an unknown outcome: looks for its edit before editing. */
	readonly isRetry?: boolean;
	/** CAPTCHA reply (`captchaid`, `captchaword`) and `watchlist`. */
	readonly extraParams?: Params;
}

/** Appending cannot cause an edit conflict: MediaWiki keeps both additions. */
export type AppendResult = Exclude<SaveResult, { readonly kind: 'conflict' }>;

/**
 * Appends a line to a page, with the action in the edit summary. If the response is lost, looks for the edit in the
 * history. Idempotent: call it again with the same arguments and `isRetry`.
 *
 * @throws WikiError if the look-up fails too; RangeError if the mark is too long
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

/** Prevents links, section links and mentions in the summary. */
function neutralizeNote(note: string): string {
	return note.replace(/\s+/g, ' ').replace(/([[{}\]/])(?=[[{}\]*])/g, '$1\u2060');
}

/** Number of newest revisions to search: others may append concurrently. */
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
