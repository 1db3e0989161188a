import * as v from 'valibot';
import { type Params, type Wiki, WikiError } from './wiki.ts';
import { readPages, type Page } from './readPages.ts';

/** A full-text edit. Only these are safe to repeat: repeating a section edit or an append adds the text twice. */
interface SaveRequest {
	readonly title: string;
	readonly text: string;
	readonly summary: string;
	/** The base revision of the text, or `new` if the page must not exist yet. */
	readonly baseRevision: number | 'new';
	/** Edit flags and a CAPTCHA reply: `bot`, `minor`, `watchlist`, `captchaid`, `captchaword`, `tags`. */
	readonly extraParams?: Params;
}

export type SaveResult =
	/** `revid` is the revision with the text; `edited` is false if the page already had it. */
	| { readonly kind: 'saved'; readonly title: string; readonly revid: number; readonly edited: boolean }
	/** An edit conflict; `page` is the current page (null: it was deleted). */
	| { readonly kind: 'conflict'; readonly page: Page | null }
	/** The API's `edit.captcha`: display it, then send again with `captchaid` and `captchaword`. */
	| { readonly kind: 'captcha'; readonly captcha: Readonly<Record<string, unknown>> }
	/** The wiki refused the edit. `code` is the API's; after `abusefilter-warning` it can be sent again. */
	| { readonly kind: 'refused'; readonly code: string; readonly message: string }
	/** The response was lost and the text is not on the wiki: safe to retry. */
	| { readonly kind: 'lost'; readonly code: string; readonly message: string };

const CONFLICT_CODES = new Set(['editconflict', 'articleexists', 'missingtitle', 'pagedeleted']);

const editSchema = v.object({
	edit: v.object({
		result: v.string(),
		title: v.optional(v.string()),
		newrevid: v.optional(v.number()),
		nochange: v.optional(v.boolean(), false),
		captcha: v.optional(v.record(v.string(), v.unknown())),
		code: v.optional(v.string()),
		info: v.optional(v.string()),
		spamblacklist: v.optional(v.unknown()),
	}),
});

/**
 * Saves a page once. After a lost response or an edit conflict, reads the page before returning: if it already has our
 * text, the save succeeded, whichever request saved it.
 *
 * @throws WikiError only if that read fails too; calling again with the same arguments is always safe
 */
export async function savePage(wiki: Wiki, request: SaveRequest): Promise<SaveResult> {
	try {
		const response = await wiki.edit({
			action: 'edit',
			title: request.title,
			text: request.text,
			summary: request.summary,
			...(request.baseRevision === 'new'
				? { createonly: true }
				: { baserevid: request.baseRevision, nocreate: true }),
			...request.extraParams,
		});
		return parseEditResponse(request, response);
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		if (error.outcome === 'unknown' || CONFLICT_CODES.has(error.code))
			return checkSaved(wiki, request, error);
		return { kind: 'refused', code: error.code, message: error.message };
	}
}

/** Parses the response to an edit. */
export function parseEditResponse(
	request: Pick<SaveRequest, 'title' | 'baseRevision'>,
	response: Readonly<Record<string, unknown>>,
): SaveResult {
	const result = v.safeParse(editSchema, response);
	if (!result.success)
		return {
			kind: 'lost',
			code: 'unexpected-response',
			message: 'The wiki did not say what became of the edit.',
		};
	const { edit } = result.output;
	if (edit.result === 'Success') {
		const revid = edit.newrevid ?? (request.baseRevision === 'new' ? 0 : request.baseRevision);
		return { kind: 'saved', title: edit.title ?? request.title, revid, edited: !edit.nochange };
	}
	if (edit.captcha) return { kind: 'captcha', captcha: edit.captcha };
	return {
		kind: 'refused',
		code: edit.code ?? 'failure',
		message: edit.info ?? 'The wiki did not save the page and gave no reason.',
	};
}

async function checkSaved(wiki: Wiki, request: SaveRequest, error: WikiError): Promise<SaveResult> {
	const page = (await readPages(wiki, [request.title])).get(request.title) ?? null;
	// MediaWiki trims trailing white space when it saves a page.
	if (page?.revision.text?.trimEnd() === request.text.trimEnd()) {
		return { kind: 'saved', title: page.title, revid: page.revision.revid, edited: true };
	}
	const current = page ? page.revision.revid : 'new';
	if (current === request.baseRevision) return { kind: 'lost', code: error.code, message: error.message };
	return { kind: 'conflict', page };
}
