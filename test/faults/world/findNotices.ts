import { getNoticeId, readNoticeMark } from '../../../shared/notices/notice.ts';
import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import type { WikiContents } from './readWiki.ts';

/** All notices sent by the bot, from the histories of talk pages: `Ana pb/7/receipt`, unordered. */
export function findNotices(wiki: WikiContents): readonly string[] {
	return noticeRevisions(wiki).map(({ name }) => name);
}

/** The revisions of notices, by name. */
export function noticeRevisions(
	wiki: WikiContents,
): readonly { readonly name: string; readonly revid: number }[] {
	return [...wiki].flatMap(([title, revisions]) =>
		revisions
			.filter(({ user }) => user === BOT)
			.flatMap(({ comment, revid }) => {
				const event = readNoticeMark(comment);
				return event ? [{ name: `${title} ${getNoticeId(event)}`, revid }] : [];
			}),
	);
}

/** The notices that occur on only one wiki, or not equally often. */
export function diffNotices(expected: WikiContents, found: WikiContents): readonly string[] {
	const [before, now] = [findNotices(expected), findNotices(found)];
	const count = (notices: readonly string[], notice: string) =>
		notices.filter((other) => other === notice).length;
	return [...new Set([...before, ...now])]
		.filter((notice) => count(before, notice) !== count(now, notice))
		.map((notice) => `${notice} was sent ${count(now, notice)} times`);
}
