import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readPages, readRevisions, type Page } from '../../shared/wiki/readPages.ts';
import { readDeployment } from './deploymentSummary.ts';
import { findDeployment } from './findDeployment.ts';
import { mergeDefinition, ownLines } from './mergeDefinition.ts';
import type { OwnPage } from './ownPages.ts';
import * as v from 'valibot';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { withoutComments } from '../../shared/wikitext/withoutComments.ts';

const parsedSchema = v.object({ parse: v.object({ text: v.string() }) });

/**
 * Whether a page has the place where a course's form appears: in its own text, or (so it may come from a template) as
 * readers see it.
 *
 * @throws WikiError
 */
async function findMount(wiki: Wiki, title: string, text: string, course: string): Promise<boolean> {
	if (hasMount(text, course)) return true;
	const answer = await wiki.query({ action: 'parse', page: title, prop: 'text', disablelimitreport: true });
	return hasMount(parseAnswer(parsedSchema, answer).parse.text, course);
}

function hasMount(text: string, course: string): boolean {
	const tags = withoutComments(text).match(/<\w[^<>]*>/g) ?? [];
	const mounts = tags.filter((tag) => /\bwikilearn-application\b/.test(tag));
	return mounts.some((tag) => /\bdata-course\s*=\s*["']?([^"'\s>]+)/.exec(tag)?.[1] === course);
}

/** What is to be done about one of the project's pages. */
export type Step = { readonly title: string } & (
	| { readonly kind: 'same' }
	/** `present` is null where the page is to be created. */
	| { readonly kind: 'write'; readonly present: Page | null; readonly text: string }
	/** Somebody changed it since it was last deployed (or it never was): only if told to. */
	| { readonly kind: 'changed-here'; readonly present: Page; readonly text: string }
	/** A course page without the place where the form appears: it belongs to the community, so it is only said. */
	| { readonly kind: 'no-mount'; readonly mount: string }
	/** `--back`: nothing was there before. */
	| { readonly kind: 'was-new' }
);

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
	const { title, text, how, mount } = page;
	if (!present) return { title, kind: 'write', present, text };
	if (how !== 'if-missing') return changeStep(wiki, page, present, text);
	const isMounted = mount === undefined || (await findMount(wiki, title, present.revision.text ?? '', mount));
	return isMounted
		? { title, kind: 'same' }
		: { title, kind: 'no-mount', mount: text.slice(text.indexOf('<div')) };
}

/**
 * What to do about a page that is there. It was changed here if it says something else than what was last deployed to it;
 * of the definition page only our own lines count: the others are other people's.
 */
async function changeStep(wiki: Wiki, { title, how }: OwnPage, present: Page, wanted: string): Promise<Step> {
	const now = present.revision.text ?? '';
	const text = how === 'definition' ? mergeDefinition(now, wanted) : wanted;
	if (isSameText(title, now, text)) return { title, kind: 'same' };
	const deployed = await findDeployment(wiki, title);
	const before = deployed ? ((await readText(wiki, deployed.revid)) ?? '') : '';
	const isAsDeployed = how === 'definition' ? ownLines(now) === ownLines(before) : now === before;
	return { title, kind: isAsDeployed ? 'write' : 'changed-here', present, text };
}

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
	const found = [];
	for (const page of pages.filter(({ how }) => how !== 'if-missing')) {
		const deployed = await findDeployment(wiki, page.title);
		if (deployed) found.push({ page, deployed, summary: deployed.comment ?? '' });
	}
	const [newest] = [...found].sort((a, b) => b.deployed.revid - a.deployed.revid);
	if (!newest) return null;
	const steps: Step[] = [];
	// The definition first, so that no wiki is told of a gadget whose pages are on their way out.
	for (const { page, deployed, summary } of found.reverse())
		if (summary === newest.summary) steps.push(await stepBack(wiki, page, deployed.parentid));
	return { from: readDeployment(newest.summary)?.label ?? newest.summary, steps };
}

async function stepBack(wiki: Wiki, page: OwnPage, revid: number): Promise<Step> {
	const { title, how } = page;
	const before = revid === 0 ? null : await readText(wiki, revid);
	const present = (await readPages(wiki, [title])).get(title);
	if (before === null || !present) return { title, kind: 'was-new' };
	return changeStep(wiki, page, present, how === 'definition' ? ownLines(before) : before);
}

async function readText(wiki: Wiki, revid: number): Promise<string | null> {
	return (await readRevisions(wiki, [revid])).get(revid)?.text ?? null;
}

/** Whether the wiki would save the one as the other: it trims the end of pages and formats JSON its own way. */
export function isSameText(title: string, one: string, other: string): boolean {
	if (one.trimEnd() === other.trimEnd()) return true;
	return title.endsWith('.json') && plainJson(one) !== null && plainJson(one) === plainJson(other);
}

function plainJson(text: string): string | null {
	try {
		return JSON.stringify(JSON.parse(text));
	} catch {
		return null;
	}
}
