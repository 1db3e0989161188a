import * as v from 'valibot';
import type { Answer, Params, Wiki } from '../wiki.ts';
import { askAll } from '../wiki/askAll.ts';
import { parseAnswer } from '../wiki/parseAnswer.ts';
import type { SentNotice } from './notice.ts';
import { readNoticeMark } from './noticeMark.ts';

const contributionsSchema = v.object({
	query: v.optional(
		v.object({
			usercontribs: v.optional(
				v.array(
					v.object({
						revid: v.number(),
						title: v.string(),
						timestamp: v.string(),
						comment: v.optional(v.string(), ''),
					}),
				),
				[],
			),
		}),
	),
});

/**
 * What a query takes so that {@link sentIn} can read its answer: the bot's edits of user talk pages.
 *
 * @param since ISO 8601: those from then on; null: all
 */
export function sentParams(bot: string, since: string | null): Params {
	return {
		list: 'usercontribs',
		ucuser: bot,
		ucnamespace: 3,
		ucprop: 'ids|title|timestamp|comment',
		uclimit: 'max',
		...(since === null ? {} : { ucend: since }),
	};
}

export function sentIn(answer: Answer): readonly SentNotice[] {
	const edits = parseAnswer(contributionsSchema, answer).query?.usercontribs ?? [];
	return edits.map(sentBy).flat();
}

/** The notices that the bot sent, newest first. @throws WikiError */
export async function readSent(
	wiki: Wiki,
	bot: string,
	since: string | null,
): Promise<readonly SentNotice[]> {
	const sent: SentNotice[] = [];
	for await (const answer of askAll(wiki, { action: 'query', ...sentParams(bot, since) }))
		sent.push(...sentIn(answer));
	return sent;
}

/** Each edit once: the same may have been read in several ways. */
export function joinSent(...lists: readonly (readonly SentNotice[])[]): readonly SentNotice[] {
	const all = new Map<number, SentNotice>();
	for (const list of lists) for (const one of list) all.set(one.revid, one);
	return Array.from(all.values());
}

/** What one edit of the bot's tells: a notice, or nothing. */
export function sentBy(edit: {
	readonly revid: number;
	readonly title: string;
	readonly timestamp: string;
	readonly comment: string;
}): readonly SentNotice[] {
	const event = readNoticeMark(edit.comment);
	return event ? [{ ...event, at: edit.timestamp, title: edit.title, revid: edit.revid }] : [];
}
