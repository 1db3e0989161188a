import type { Programme } from '../../shared/programme/schema.ts';
import type { WikiContents } from '../faults/world/readWiki.ts';
import { classifyPage, PAGE_KINDS } from './classifyPage.ts';

/** How often each kind of page was edited, by the bot and by everybody else: `applications: 60 by people, 120 by the bot`. */
export function countEdits(wiki: WikiContents, programme: Programme): readonly string[] {
	const pages = Array.from(wiki, ([title, revisions]) => ({
		kind: classifyPage(title, programme),
		revisions,
	}));
	return PAGE_KINDS.filter((kind) => kind !== 'others').flatMap((kind) => {
		const revisions = pages.filter((page) => page.kind === kind).flatMap((page) => page.revisions);
		const own = revisions.filter(({ user }) => user === programme.bot.name).length;
		return revisions.length === 0 ? [] : [`${kind}: ${revisions.length - own} by people, ${own} by the bot`];
	});
}
