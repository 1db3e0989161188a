import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from '../wiki/wiki.ts';
import { queryAll, parseResponse } from '../wiki/response.ts';
import { readNoticeMark, type SentNotice } from './notice.ts';
import { readHistoryMeta } from '../wiki/readPages.ts';

/** The sent notices, read from the bot's own edits. */
export interface SentNotices {
	readonly sent: readonly SentNotice[];
	/** Timestamps of the bot's edits with hidden summaries: each may be any notice. ISO 8601, oldest first. */
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

/** User ids, or one user name if its id is not known yet. */
type BotAccounts = { readonly ids: readonly number[] } | { readonly name: string };

/**
 * The query parameters for {@link parseSentNotices}: the non-minor edits of the programme's bots in all namespaces. Notices
 * are never minor; the bot's other edits of existing pages always are.
 *
 * @param bots the current and former bots
 * @param since ISO 8601, inclusive; null: all edits
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

/** Reads the notices that these bots sent. @throws WikiError */
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

/** Merges batches without duplicates. */
export function mergeSentNotices(...batches: readonly SentNotices[]): SentNotices {
	const sent = new Map<number, SentNotice>();
	const hidden = new Set<string>();
	for (const batch of batches) {
		for (const notice of batch.sent) sent.set(notice.revid, notice);
		for (const at of batch.hidden) hidden.add(at);
	}
	return { sent: Array.from(sent.values()), hidden: Array.from(hidden).sort() };
}

/** Parses one edit of the bot. */
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

/** An applicant and the course of their notices. */
interface Recipient {
	/** The applicant's current user name. */
	readonly userName: string;
	readonly applicantId: number;
	/** The course's id. */
	readonly courseId: string;
	/** The bot's account. */
	readonly bot: { readonly id: number };
	/** ISO 8601; no notice can be older. */
	readonly since: string;
}

/**
 * Reads the notices to one applicant about one course from the bot's own edits: first those of their talk page, in one
 * request; if none of them announces a decision, those of all pages, as the talk page may have been moved.
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

/** Reads the notices from the bot's revisions of a user's talk page. */
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
