import type { Wiki } from '../../shared/wiki.ts';
import { ownLines } from './mergeDefinition.ts';
import type { OwnPage } from './ownPages.ts';
import type { Edit } from './readEdits.ts';
import { readRevisionText } from './readRevisionText.ts';

/**
 * Whether a page says something else than what was last deployed to it, going by its history. A change that was undone
 * since is none. Of the definition page only our own lines count: the others are other people's.
 *
 * @param newest the page's last edit
 * @param deployed the last one that a deployment made, or null
 * @param text the page now
 */
export async function wasChangedHere(
	wiki: Wiki,
	{ how }: OwnPage,
	newest: Edit,
	deployed: Edit | null,
	text: string,
): Promise<boolean> {
	if (how === 'definition') {
		const before = deployed ? ((await readRevisionText(wiki, deployed.revid)) ?? '') : '';
		return ownLines(text) !== ownLines(before);
	}
	return !deployed || (newest !== deployed && newest.sha1 !== deployed.sha1);
}
