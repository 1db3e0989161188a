import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import type { WikiContents } from './readWiki.ts';

/** Failures of a cycle are reported there, and removed by the next one. */
const REPORT = `User:${BOT}/Report`;

/** Pages, except the report, that the bot edited more often than without trouble. */
export function findExtraEdits(expected: WikiContents, found: WikiContents): readonly string[] {
	const count = (wiki: WikiContents, title: string) =>
		(wiki.get(title) ?? []).filter(({ user }) => user === BOT).length;
	return [...found.keys()].filter(
		(title) => title !== REPORT && count(found, title) > count(expected, title),
	);
}
