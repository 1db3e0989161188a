import * as v from 'valibot';
import type { Wiki } from '../wiki.ts';
import { askAll } from '../wiki/askAll.ts';
import { parseAnswer } from '../wiki/parseAnswer.ts';
import type { SentNotice, ToldDecision } from './notice.ts';
import { readSent, sentBy } from './readSent.ts';
import { toldDecision } from './toldDecision.ts';

/** Who may have been told, and of what: a notice about another course, or to another account, is another one. */
export interface Told {
	/** The applicant's name now, whose talk page it is. */
	readonly account: string;
	readonly applicant: number;
	/** The course's id. */
	readonly course: string;
	/** The bot's account. */
	readonly bot: string;
	/** ISO 8601: nothing can have been told before. */
	readonly since: string;
}

const answerSchema = v.object({
	query: v.optional(
		v.object({
			pages: v.optional(
				v.array(
					v.object({
						revisions: v.optional(
							v.array(
								v.object({
									revid: v.number(),
									timestamp: v.optional(v.string(), ''),
									// Left out where it is hidden.
									comment: v.optional(v.string(), ''),
								}),
							),
							[],
						),
					}),
				),
				[],
			),
		}),
	),
});

/**
 * The newest decision that one applicant was told of, or null, as the bot's own edits tell: those of the applicant's talk
 * page, in one request; where none of them says so, those of all talk pages since, as the talk page may have been
 * archived by moving it away.
 *
 * @throws WikiError
 */
export async function readTold(wiki: Wiki, told: Told): Promise<ToldDecision | null> {
	const isMeant = ({ course, applicant }: SentNotice): boolean =>
		course === told.course && applicant === told.applicant;
	const onPage = toldDecision((await sentTo(wiki, told)).filter(isMeant));
	return onPage ?? toldDecision((await readSent(wiki, told.bot, told.since)).filter(isMeant));
}

/** What the bot's own revisions of somebody's talk page tell. */
async function sentTo(wiki: Wiki, { account, bot }: Told): Promise<readonly SentNotice[]> {
	const title = `User talk:${account}`;
	const sent: SentNotice[] = [];
	for await (const answer of askAll(wiki, {
		action: 'query',
		prop: 'revisions',
		titles: title,
		rvuser: bot,
		rvprop: 'ids|timestamp|comment',
		rvlimit: 'max',
	})) {
		const { pages = [] } = parseAnswer(answerSchema, answer).query ?? {};
		for (const { revisions } of pages)
			for (const revision of revisions) sent.push(...sentBy({ ...revision, title }));
	}
	return sent;
}
