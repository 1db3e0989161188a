import type { Wiki } from '../../shared/wiki.ts';
import { readPages, type Page } from '../../shared/wiki/readPages.ts';
import { findDeployment } from './findDeployment.ts';
import { findMount } from './findMount.ts';
import { isSameText } from './isSameText.ts';
import { mergeDefinition } from './mergeDefinition.ts';
import type { OwnPage } from './ownPages.ts';
import { readEdits } from './readEdits.ts';
import type { Step } from './step.ts';
import { wasChangedHere } from './wasChangedHere.ts';

/**
 * Compares the project's pages with what is on the wiki and says what is to be done, without doing it.
 *
 * @returns a step for each page, in their order
 * @throws WikiError
 */
export async function planDeployment(wiki: Wiki, pages: readonly OwnPage[]): Promise<readonly Step[]> {
	const titles = pages.map(({ title }) => title);
	const present = await readPages(wiki, titles);
	const steps: Step[] = [];
	for (const page of pages) steps.push(await stepFor(wiki, page, present.get(page.title) ?? null));
	return steps;
}

async function stepFor(wiki: Wiki, page: OwnPage, present: Page | null): Promise<Step> {
	const { title } = page;
	if (!present) return { title, kind: 'write', present, text: page.text };
	const before = present.revision.text ?? '';
	if (page.how === 'if-missing') return mountStep(wiki, page, before);
	const text = page.how === 'definition' ? mergeDefinition(before, page.text) : page.text;
	if (isSameText(title, before, text)) return { title, kind: 'same' };
	const edits = await readEdits(wiki, title);
	const [last] = edits;
	if (last && (await wasChangedHere(wiki, page, last, await findDeployment(wiki, title, edits), before)))
		return { title, kind: 'changed-here', present, text, last };
	return { title, kind: 'write', present, text };
}

async function mountStep(wiki: Wiki, { title, text, mount }: OwnPage, before: string): Promise<Step> {
	if (mount === undefined || (await findMount(wiki, title, before, mount))) return { title, kind: 'same' };
	return { title, kind: 'no-mount', mount: text.slice(text.indexOf('<div')) };
}
