import { noticeId, readNoticeMark } from '../../../shared/notices/notice.ts';
import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import type { WholeWiki } from './readWiki.ts';

/** Every notice that the bot ever sent, as the histories of talk pages tell: `Ana pb/7/receipt`, in no order. */
export function noticesIn(wiki: WholeWiki): readonly string[] {
	return noticeRevisions(wiki).map(({ name }) => name);
}

/** The revisions that are notices, by name. */
export function noticeRevisions(
	wiki: WholeWiki,
): readonly { readonly name: string; readonly revid: number }[] {
	return [...wiki].flatMap(([title, revisions]) =>
		revisions
			.filter(({ user }) => user === BOT)
			.flatMap(({ comment, revid }) => {
				const event = readNoticeMark(comment);
				return event ? [{ name: `${title} ${noticeId(event)}`, revid }] : [];
			}),
	);
}

/** The notices that one wiki has and the other has not, or not as often. */
export function noticesApart(wanted: WholeWiki, found: WholeWiki): readonly string[] {
	const [before, now] = [noticesIn(wanted), noticesIn(found)];
	const count = (all: readonly string[], one: string) => all.filter((other) => other === one).length;
	return [...new Set([...before, ...now])]
		.filter((one) => count(before, one) !== count(now, one))
		.map((one) => `${one} was sent ${count(now, one)} times`);
}
