import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import type { WholeWiki } from './readWiki.ts';

/** By how many edits of the bot each page has more (or fewer) than without trouble; only those that do. */
export function extraEdits(wanted: WholeWiki, found: WholeWiki): ReadonlyMap<string, number> {
	const count = (wiki: WholeWiki, title: string) =>
		(wiki.get(title) ?? []).filter(({ user }) => user === BOT).length;
	const differences = [...found.keys()].map(
		(title) => [title, count(found, title) - count(wanted, title)] as const,
	);
	return new Map(differences.filter(([, more]) => more !== 0));
}
