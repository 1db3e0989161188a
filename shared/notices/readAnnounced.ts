import type { Wiki } from '../wiki/wiki.ts';
import { readHistoryMeta } from '../wiki/readPages.ts';
import type { SentNotice } from './notice.ts';
import { readSent, sentBy } from './readSent.ts';

/** Whose notices about which course. */
export interface Recipient {
	/** The applicant's name now, whose talk page it is. */
	readonly account: string;
	readonly applicant: number;
	/** The course's id. */
	readonly course: string;
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
export async function readSentTo(wiki: Wiki, recipient: Recipient): Promise<readonly SentNotice[]> {
	const isMeant = ({ course, applicant }: SentNotice): boolean =>
		course === recipient.course && applicant === recipient.applicant;
	const onPage = (await sentOnTalkPage(wiki, recipient)).filter(isMeant);
	if (onPage.some(({ kind }) => kind === 'decision')) return onPage;
	const { sent } = await readSent(wiki, { ids: [recipient.bot.id] }, recipient.since);
	return sent.filter(isMeant);
}

/** What the bot's own revisions of somebody's talk page tell. */
async function sentOnTalkPage(
	wiki: Wiki,
	{ account, bot, since }: Recipient,
): Promise<readonly SentNotice[]> {
	const title = `User talk:${account}`;
	const revisions = await readHistoryMeta(wiki, title, since);
	return revisions
		.filter(({ user }) => user?.id === bot.id)
		.flatMap(({ revid, timestamp, comment }) =>
			comment === null ? [] : sentBy({ title, revid, timestamp, comment }).sent,
		);
}
