import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from '../wiki/wiki.ts';
import { askAll } from '../wiki/askAll.ts';
import { parseAnswer } from '../wiki/parseAnswer.ts';
import { readNoticeMark, type SentNotice } from './notice.ts';

/** What the bot's own edits tell of the notices that it sent. */
export interface SentNotices {
	readonly sent: readonly SentNotice[];
	/** Edits of the bot's whose summary is hidden: each may have been any notice. ISO 8601, oldest first. */
	readonly hidden: readonly string[];
}

export const NOTHING_SENT: SentNotices = { sent: [], hidden: [] };

const contributionsSchema = v.object({
	query: v.optional(
		v.object({
			usercontribs: v.optional(
				v.array(
					v.object({
						revid: v.number(),
						title: v.string(),
						timestamp: v.string(),
						comment: v.optional(v.string()),
						commenthidden: v.optional(v.boolean(), false),
					}),
				),
				[],
			),
		}),
	),
});

/** By user id; or by the name of one, as long as its id is not known. */
export type Bots = { readonly ids: readonly number[] } | { readonly name: string };

/**
 * What a query takes so that {@link sentIn} can read its answer: the edits of the programme's bots that are not minor, in every
 * namespace. Notices are never minor, and all else that the bot writes to pages that are there already is.
 *
 * @param bots the present bot and former ones
 * @param since ISO 8601: those from then on; null: all
 */
export function sentParams(bots: Bots, since: string | null): Params {
	return {
		list: 'usercontribs',
		...('ids' in bots ? { ucuserids: bots.ids } : { ucuser: bots.name }),
		ucshow: '!minor',
		ucprop: 'ids|title|timestamp|comment',
		uclimit: 'max',
		...(since === null ? {} : { ucend: since }),
	};
}

export function sentIn(answer: ApiResponse): SentNotices {
	const edits = parseAnswer(contributionsSchema, answer).query?.usercontribs ?? [];
	return joinSent(...edits.map(sentBy));
}

/** The notices that these bots sent. @throws WikiError */
export async function readSent(wiki: Wiki, bots: Bots, since: string | null): Promise<SentNotices> {
	const sent: SentNotices[] = [];
	for await (const answer of askAll(wiki, { action: 'query', ...sentParams(bots, since) }))
		sent.push(sentIn(answer));
	return joinSent(...sent);
}

/** Each edit once: the same may have been read in several ways. */
export function joinSent(...lists: readonly SentNotices[]): SentNotices {
	const sent = new Map<number, SentNotice>();
	const hidden = new Set<string>();
	for (const list of lists) {
		for (const notice of list.sent) sent.set(notice.revid, notice);
		for (const at of list.hidden) hidden.add(at);
	}
	return { sent: Array.from(sent.values()), hidden: Array.from(hidden).sort() };
}

/** What one edit of the bot's tells. */
export function sentBy(edit: {
	readonly revid: number;
	readonly title: string;
	readonly timestamp: string;
	readonly comment?: string | undefined;
	readonly commenthidden?: boolean;
}): SentNotices {
	if (edit.commenthidden || edit.comment === undefined) return { sent: [], hidden: [edit.timestamp] };
	const event = readNoticeMark(edit.comment);
	if (!event) return NOTHING_SENT;
	return { sent: [{ ...event, at: edit.timestamp, title: edit.title, revid: edit.revid }], hidden: [] };
}
