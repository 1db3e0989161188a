import * as v from 'valibot';
import { type Params, type Wiki, WikiError } from './wiki.ts';
import { readPages, type Page } from './readPages.ts';

/** A full-text edit. Only such edits are safe to repeat: sections and appended text would be there twice. */
interface SaveRequest {
	readonly title: string;
	readonly text: string;
	readonly summary: string;
	/** The revision that the text was made from, or `new` where there must be no page yet. */
	readonly baseRevision: number | 'new';
	/** Flags of the edit and answers to a CAPTCHA: `bot`, `minor`, `watchlist`, `captchaid`, `captchaword`, `tags`. */
	readonly extraParams?: Params;
}

export type SaveResult =
	/** `revid` is the revision that holds the text; `edited` false: it was there already, nothing was written. */
	| { readonly kind: 'saved'; readonly title: string; readonly revid: number; readonly edited: boolean }
	/** Someone else created or changed the page meanwhile; `page` is what is there now (null: it was deleted). */
	| { readonly kind: 'conflict'; readonly page: Page | null }
	/** The API's `edit.captcha`: to be shown, answered and sent again with `captchaid` and `captchaword`. */
	| { readonly kind: 'captcha'; readonly captcha: Readonly<Record<string, unknown>> }
	/** The wiki said no. `code` is the API's; `abusefilter-warning` may be sent again. */
	| { readonly kind: 'refused'; readonly code: string; readonly message: string }
	/** No answer, and the text is not there: it may be tried again. */
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
 * Saves a page, once. After a lost answer or a conflict it looks what is there before it says anything: our own text
 * is success, whoever's request brought it.
 *
 * @throws WikiError only where looking failed as well; calling again with the same arguments is always safe
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

/** What the answer to an edit says became of it. */
export function parseEditResponse(
	request: Pick<SaveRequest, 'title' | 'baseRevision'>,
	response: Readonly<Record<string, unknown>>,
): SaveResult {
	const result = v.safeParse(editSchema, response);
	if (!result.success)
		return {
			kind: 'lost',
			code: 'unexpected-answer',
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
	// The wiki trims blanks at the end of a page when saving.
	if (page?.revision.text?.trimEnd() === request.text.trimEnd()) {
		return { kind: 'saved', title: page.title, revid: page.revision.revid, edited: true };
	}
	const current = page ? page.revision.revid : 'new';
	if (current === request.baseRevision) return { kind: 'lost', code: error.code, message: error.message };
	return { kind: 'conflict', page };
}
