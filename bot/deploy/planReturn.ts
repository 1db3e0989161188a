import type { Wiki } from '../../shared/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { readDeployment } from './deploymentSummary.ts';
import { findDeployment } from './findDeployment.ts';
import { isSameText } from './isSameText.ts';
import { mergeDefinition, ownLines } from './mergeDefinition.ts';
import type { OwnPage } from './ownPages.ts';
import { readEdits, type Edit } from './readEdits.ts';
import { readRevisionText } from './readRevisionText.ts';
import type { Step } from './step.ts';
import { wasChangedHere } from './wasChangedHere.ts';

export interface Return {
	/** What is gone back from: version and commit. */
	readonly from: string;
	readonly steps: readonly Step[];
}

/**
 * Plans to undo the newest deployment: each page that it wrote gets the text from before it. Done twice, it is where it
 * was. What somebody changed since is theirs, as when deploying.
 *
 * @returns null where nothing was ever deployed
 * @throws WikiError
 */
export async function planReturn(wiki: Wiki, pages: readonly OwnPage[]): Promise<Return | null> {
	const histories: { readonly page: OwnPage; readonly edits: readonly Edit[]; readonly deployed: Edit }[] =
		[];
	for (const page of pages.filter(({ how }) => how !== 'if-missing')) {
		const edits = await readEdits(wiki, page.title);
		const deployed = await findDeployment(wiki, page.title, edits);
		if (deployed) histories.push({ page, edits, deployed });
	}
	const [newest] = histories.map(({ deployed }) => deployed).sort((a, b) => b.revid - a.revid);
	if (!newest) return null;
	const steps: Step[] = [];
	// The definition first, so that no wiki is told of a gadget whose pages are on their way out.
	for (const { page, edits, deployed } of histories.reverse()) {
		if (deployed.summary === newest.summary) steps.push(await stepBack(wiki, page, edits, deployed));
	}
	return { from: readDeployment(newest.summary)?.label ?? newest.summary, steps };
}

async function stepBack(wiki: Wiki, page: OwnPage, edits: readonly Edit[], deployed: Edit): Promise<Step> {
	const { title } = page;
	const before = deployed.parentid === 0 ? null : await readRevisionText(wiki, deployed.parentid);
	const present = (await readPages(wiki, [title])).get(title) ?? null;
	const [last] = edits;
	if (before === null || !present || !last) return { title, kind: 'was-new' };
	const now = present.revision.text ?? '';
	const text = page.how === 'definition' ? mergeDefinition(now, ownLines(before)) : before;
	if (isSameText(title, now, text)) return { title, kind: 'same' };
	if (await wasChangedHere(wiki, page, last, deployed, now))
		return { title, kind: 'changed-here', present, text, last };
	return { title, kind: 'write', present, text };
}
