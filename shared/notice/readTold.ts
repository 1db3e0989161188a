import * as v from 'valibot';
import type { Params, Wiki } from '../wiki.ts';
import { askAll } from '../wiki/askAll.ts';
import { parseAnswer } from '../wiki/parseAnswer.ts';
import type { SentNotice, ToldDecision } from './notice.ts';
import { readNoticeMark } from './noticeMark.ts';
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

const editSchema = v.object({
	revid: v.number(),
	timestamp: v.optional(v.string(), ''),
	// Left out where it is hidden.
	comment: v.optional(v.string(), ''),
});
const answerSchema = v.object({
	query: v.optional(
		v.object({
			pages: v.optional(v.array(v.object({ revisions: v.optional(v.array(editSchema), []) })), []),
			usercontribs: v.optional(v.array(editSchema), []),
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
	const { account, bot, since } = told;
	const onPage = await readSent(wiki, told, {
		prop: 'revisions',
		titles: `User talk:${account}`,
		rvuser: bot,
		rvprop: 'ids|timestamp|comment',
		rvlimit: 'max',
	});
	const anywhere = (): Promise<readonly SentNotice[]> =>
		readSent(wiki, told, {
			list: 'usercontribs',
			ucuser: bot,
			ucnamespace: 3,
			ucprop: 'ids|timestamp|comment',
			ucend: since,
			uclimit: 'max',
		});
	return toldDecision(onPage) ?? toldDecision(await anywhere());
}

async function readSent(
	wiki: Wiki,
	{ account, applicant, course }: Told,
	params: Params,
): Promise<readonly SentNotice[]> {
	const sent: SentNotice[] = [];
	for await (const answer of askAll(wiki, { action: 'query', ...params })) {
		const { pages = [], usercontribs = [] } = parseAnswer(answerSchema, answer).query ?? {};
		for (const { comment, timestamp, revid } of [
			...pages.map(({ revisions }) => revisions).flat(),
			...usercontribs,
		]) {
			const event = readNoticeMark(comment);
			if (event?.course === course && event.applicant === applicant)
				sent.push({ ...event, at: timestamp, title: `User talk:${account}`, revid });
		}
	}
	return sent;
}
