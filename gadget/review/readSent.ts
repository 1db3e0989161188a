import type { SentNotice } from '../../shared/notice/notice.ts';
import { readNoticeMark } from '../../shared/notice/noticeMark.ts';
import type { Answer } from '../../shared/wiki.ts';
import { askAll } from '../../shared/wiki/askAll.ts';
import { isRecord } from '../isRecord.ts';
import type { Reviewing } from './reviewing.ts';

/**
 * The notices that went out, as the summaries of the bot's own edits of user talk pages tell.
 *
 * @throws WikiError
 */
export async function readSent({ wiki, programme }: Reviewing): Promise<readonly SentNotice[]> {
	const sent: SentNotice[] = [];
	const params = {
		action: 'query',
		list: 'usercontribs',
		ucuser: programme.bot,
		ucnamespace: 3,
		ucprop: 'ids|title|timestamp|comment',
		uclimit: 'max',
	};
	for await (const answer of askAll(wiki, params)) sent.push(...sentIn(answer));
	return sent;
}

function sentIn({ query }: Answer): readonly SentNotice[] {
	const edits: readonly unknown[] =
		isRecord(query) && Array.isArray(query.usercontribs) ? query.usercontribs : [];
	const sent: SentNotice[] = [];
	for (const edit of edits) {
		if (!isRecord(edit)) continue;
		const { comment, revid, title, timestamp } = edit;
		const event = typeof comment === 'string' ? readNoticeMark(comment) : null;
		if (event && typeof revid === 'number' && typeof title === 'string' && typeof timestamp === 'string')
			sent.push({ ...event, at: timestamp, title, revid });
	}
	return sent;
}
