import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import type { WikiContents } from './readWiki.ts';

/** What was in the way of a cycle is told there, and is taken out again by the next one. */
const REPORT = `User:${BOT}/Report`;

/** Pages but for the report that the bot edited more often than without trouble. */
export function findExtraEdits(expected: WikiContents, found: WikiContents): readonly string[] {
	const count = (wiki: WikiContents, title: string) =>
		(wiki.get(title) ?? []).filter(({ user }) => user === BOT).length;
	return [...found.keys()].filter(
		(title) => title !== REPORT && count(found, title) > count(expected, title),
	);
}
