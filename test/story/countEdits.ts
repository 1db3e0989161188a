import type { Programme } from '../../shared/programme/schema.ts';
import type { WholeWiki } from '../faults/world/readWiki.ts';
import { kindOfPage, pageKinds } from './kindOfPage.ts';

/** How often each kind of page was edited, by the bot and by everybody else: `applications: 60 by people, 120 by the bot`. */
export function countEdits(wiki: WholeWiki, programme: Programme): readonly string[] {
	const pages = Array.from(wiki, ([title, revisions]) => ({ kind: kindOfPage(title, programme), revisions }));
	return pageKinds
		.filter((kind) => kind !== 'others')
		.flatMap((kind) => {
			const revisions = pages.filter((page) => page.kind === kind).flatMap((page) => page.revisions);
			const own = revisions.filter(({ user }) => user === programme.bot.name).length;
			return revisions.length === 0
				? []
				: [`${kind}: ${revisions.length - own} by people, ${own} by the bot`];
		});
}
