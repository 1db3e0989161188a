import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from '../wiki/wiki.ts';
import { queryAll, parseResponse } from '../wiki/response.ts';
import { readNoticeMark, type SentNotice } from './notice.ts';
import { readHistoryMeta } from '../wiki/readPages.ts';

/** What the bot's own edits tell of the notices that it sent. */
export interface SentNotices {
	readonly sent: readonly SentNotice[];
	/** Edits of the bot's whose summary is hidden: each may have been any notice. ISO 8601, oldest first. */
	readonly hidden: readonly string[];
}

export const NO_SENT_NOTICES: SentNotices = { sent: [], hidden: [] };

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
type BotAccounts = { readonly ids: readonly number[] } | { readonly name: string };

/**
 * What a query takes so that {@link parseSentNotices} can read its answer: the edits of the programme's bots that are not minor, in every
 * namespace. Notices are never minor, and all else that the bot writes to pages that are there already is.
 *
 * @param bots the present bot and former ones
 * @param since ISO 8601: those from then on; null: all
 */
export function sentNoticeParams(bots: BotAccounts, since: string | null): Params {
	return {
		list: 'usercontribs',
		...('ids' in bots ? { ucuserids: bots.ids } : { ucuser: bots.name }),
		ucshow: '!minor',
		ucprop: 'ids|title|timestamp|comment',
		uclimit: 'max',
		...(since === null ? {} : { ucend: since }),
	};
}

export function parseSentNotices(response: ApiResponse): SentNotices {
	const edits = parseResponse(contributionsSchema, response).query?.usercontribs ?? [];
	return mergeSentNotices(...edits.map(parseBotEdit));
}

/** The notices that these bots sent. @throws WikiError */
export async function readSentNotices(
	wiki: Wiki,
	bots: BotAccounts,
	since: string | null,
): Promise<SentNotices> {
	const batches: SentNotices[] = [];
	for await (const response of queryAll(wiki, { action: 'query', ...sentNoticeParams(bots, since) }))
		batches.push(parseSentNotices(response));
	return mergeSentNotices(...batches);
}

/** Each edit once: the same may have been read in several ways. */
export function mergeSentNotices(...batches: readonly SentNotices[]): SentNotices {
	const sent = new Map<number, SentNotice>();
	const hidden = new Set<string>();
	for (const batch of batches) {
		for (const notice of batch.sent) sent.set(notice.revid, notice);
		for (const at of batch.hidden) hidden.add(at);
	}
	return { sent: Array.from(sent.values()), hidden: Array.from(hidden).sort() };
}

/** What one edit of the bot's tells. */
export function parseBotEdit(edit: {
	readonly revid: number;
	readonly title: string;
	readonly timestamp: string;
	readonly comment?: string | undefined;
	readonly commenthidden?: boolean;
}): SentNotices {
	if (edit.commenthidden || edit.comment === undefined) return { sent: [], hidden: [edit.timestamp] };
	const event = readNoticeMark(edit.comment);
	if (!event) return NO_SENT_NOTICES;
	return { sent: [{ ...event, at: edit.timestamp, title: edit.title, revid: edit.revid }], hidden: [] };
}

/** Whose notices about which course. */
interface Recipient {
	/** The applicant's name now, whose talk page it is. */
	readonly userName: string;
	readonly applicantId: number;
	/** The course's id. */
	readonly courseId: string;
	/** The bot's account. */
	readonly bot: { readonly id: number };
	/** ISO 8601: nothing can have been sent before. */
	readonly since: string;
}

/**
 * The notices that one applicant was sent about one course, as the bot's own edits tell: those of their talk page, in one
 * request; where none of them announces a decision, those of all pages since, as the talk page may have been moved away.
 *
 * @throws WikiError
 */
export async function readNoticesSentTo(wiki: Wiki, recipient: Recipient): Promise<readonly SentNotice[]> {
	const isToRecipient = ({ course, applicant }: SentNotice): boolean =>
		course === recipient.courseId && applicant === recipient.applicantId;
	const talkPageNotices = (await readTalkPageNotices(wiki, recipient)).filter(isToRecipient);
	if (talkPageNotices.some(({ kind }) => kind === 'decision')) return talkPageNotices;
	const { sent } = await readSentNotices(wiki, { ids: [recipient.bot.id] }, recipient.since);
	return sent.filter(isToRecipient);
}

/** What the bot's own revisions of somebody's talk page tell. */
async function readTalkPageNotices(
	wiki: Wiki,
	{ userName, bot, since }: Recipient,
): Promise<readonly SentNotice[]> {
	const title = `User talk:${userName}`;
	const revisions = await readHistoryMeta(wiki, title, since);
	return revisions
		.filter(({ user }) => user?.id === bot.id)
		.flatMap(({ revid, timestamp, comment }) =>
			comment === null ? [] : parseBotEdit({ title, revid, timestamp, comment }).sent,
		);
}
