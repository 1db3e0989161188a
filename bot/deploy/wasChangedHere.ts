import type { Wiki } from '../../shared/wiki.ts';
import { isDeployment } from './deploymentSummary.ts';
import { ownLines } from './mergeDefinition.ts';
import type { OwnPage } from './ownPages.ts';
import type { Edit } from './readEdits.ts';
import { readRevisionText } from './readRevisionText.ts';

/**
 * Whether a page says something else than what was last deployed to it, going by its history. A change that was undone
 * since is none. Of the definition page only our own lines count: the others are other people's.
 *
 * @param edits newest first, not empty
 * @param text the page now
 */
export async function wasChangedHere(
	wiki: Wiki,
	{ how }: OwnPage,
	edits: readonly Edit[],
	text: string,
): Promise<boolean> {
	const deployed = edits.find(({ summary }) => isDeployment(summary));
	if (how === 'definition') {
		const before = deployed ? ((await readRevisionText(wiki, deployed.revid)) ?? '') : '';
		return ownLines(text) !== ownLines(before);
	}
	const [newest] = edits;
	return !deployed || (newest !== deployed && (newest?.sha1 ?? null) !== deployed.sha1);
}
