import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readPages, readRevisions, type Page } from '../../shared/wiki/readPages.ts';
import { parseDeploymentSummary, findDeployment } from './deployments.ts';
import { mergeDefinition, ownLines } from './mergeDefinition.ts';
import type { OwnPage } from './ownPages.ts';
import * as v from 'valibot';
import { parseResponse } from '../../shared/wiki/response.ts';
import { removeComments } from '../../shared/wikitext/plainText.ts';

const PARSE_SCHEMA = v.object({ parse: v.object({ text: v.string() }) });

/**
 * Whether a page has the mount of a course's form: in its own wikitext, or in the parsed page, where it may come from
 * a template.
 *
 * @throws WikiError
 */
async function hasVisibleMount(wiki: Wiki, title: string, text: string, course: string): Promise<boolean> {
	if (hasMount(text, course)) return true;
	const response = await wiki.query({ action: 'parse', page: title, prop: 'text', disablelimitreport: true });
	return hasMount(parseResponse(PARSE_SCHEMA, response).parse.text, course);
}

function hasMount(text: string, course: string): boolean {
	const tags = removeComments(text).match(/<\w[^<>]*>/g) ?? [];
	const mounts = tags.filter((tag) => /\bwikilearn-application\b/.test(tag));
	return mounts.some((tag) => /\bdata-course\s*=\s*["']?([^"'\s>]+)/.exec(tag)?.[1] === course);
}

/** The planned action for a page of the project. */
export type Step = { readonly title: string } & (
	| { readonly kind: 'unchanged' }
	/** `present` is null if the page is to be created. */
	| { readonly kind: 'write'; readonly present: Page | null; readonly text: string }
	/** Changed since the last deployment, or never deployed: overwritten only on request. */
	| { readonly kind: 'changed-on-wiki'; readonly present: Page; readonly text: string }
	/** A course page without the form's mount. The page belongs to the community, so this is only reported. */
	| { readonly kind: 'no-mount'; readonly mount: string }
	/** `--rollback`: the page did not exist before. */
	| { readonly kind: 'created-by-deployment' }
);

/**
 * Compares the project's pages with the wiki and plans the changes.
 *
 * @returns a step for each page, in order
 * @throws WikiError
 */
export async function planDeployment(wiki: Wiki, pages: readonly OwnPage[]): Promise<readonly Step[]> {
	const titles = pages.map(({ title }) => title);
	const present = await readPages(wiki, titles);
	const steps: Step[] = [];
	for (const page of pages) steps.push(await planStep(wiki, page, present.get(page.title) ?? null));
	return steps;
}

async function planStep(wiki: Wiki, page: OwnPage, present: Page | null): Promise<Step> {
	const { title, text, policy, mount } = page;
	if (!present) return { title, kind: 'write', present, text };
	if (policy !== 'if-missing') return planChange(wiki, page, present, text);
	const isMounted =
		mount === undefined || (await hasVisibleMount(wiki, title, present.revision.text ?? '', mount));
	return isMounted
		? { title, kind: 'unchanged' }
		: { title, kind: 'no-mount', mount: text.slice(text.indexOf('<div')) };
}

/**
 * Plans the step for an existing page. It was changed if its text differs from the last deployment's; on the
 * definition page, only our own lines count.
 */
async function planChange(
	wiki: Wiki,
	{ title, policy }: OwnPage,
	present: Page,
	newText: string,
): Promise<Step> {
	const currentText = present.revision.text ?? '';
	const text = policy === 'definition' ? mergeDefinition(currentText, newText) : newText;
	if (isSameText(title, currentText, text)) return { title, kind: 'unchanged' };
	const deployed = await findDeployment(wiki, title);
	const before = deployed ? ((await readText(wiki, deployed.revid)) ?? '') : '';
	const isAsDeployed =
		policy === 'definition' ? ownLines(currentText) === ownLines(before) : currentText === before;
	return { title, kind: isAsDeployed ? 'write' : 'changed-on-wiki', present, text };
}

export interface Rollback {
	/** The version that is rolled back: version and commit. */
	readonly from: string;
	readonly steps: readonly Step[];
}

/**
 * Plans to undo the newest deployment: each page that it wrote gets its previous text. A second rollback undoes the
 * first. Pages changed since are skipped, as when deploying.
 *
 * @returns null if nothing was deployed
 * @throws WikiError
 */
export async function planRollback(wiki: Wiki, pages: readonly OwnPage[]): Promise<Rollback | null> {
	const deployments = [];
	for (const page of pages.filter(({ policy }) => policy !== 'if-missing')) {
		const deployed = await findDeployment(wiki, page.title);
		if (deployed) deployments.push({ page, deployed, summary: deployed.comment ?? '' });
	}
	const [newest] = [...deployments].sort((a, b) => b.deployed.revid - a.deployed.revid);
	if (!newest) return null;
	const steps: Step[] = [];
	// The definition first, so that the gadget is disabled before its pages are removed.
	for (const { page, deployed, summary } of deployments.reverse())
		if (summary === newest.summary) steps.push(await planRollbackStep(wiki, page, deployed.parentid));
	return { from: parseDeploymentSummary(newest.summary)?.label ?? newest.summary, steps };
}

async function planRollbackStep(wiki: Wiki, page: OwnPage, revid: number): Promise<Step> {
	const { title, policy } = page;
	const before = revid === 0 ? null : await readText(wiki, revid);
	const present = (await readPages(wiki, [title])).get(title);
	if (before === null || !present) return { title, kind: 'created-by-deployment' };
	return planChange(wiki, page, present, policy === 'definition' ? ownLines(before) : before);
}

async function readText(wiki: Wiki, revid: number): Promise<string | null> {
	return (await readRevisions(wiki, [revid])).get(revid)?.text ?? null;
}

/** Whether the wiki would save both texts identically: it trims the end of pages and reformats JSON. */
export function isSameText(title: string, a: string, b: string): boolean {
	if (a.trimEnd() === b.trimEnd()) return true;
	return title.endsWith('.json') && normalizeJson(a) !== null && normalizeJson(a) === normalizeJson(b);
}

function normalizeJson(text: string): string | null {
	try {
		return JSON.stringify(JSON.parse(text));
	} catch {
		return null;
	}
}
