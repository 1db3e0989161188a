import type { Wiki } from '../../shared/wiki.ts';
import { readSite } from '../../shared/wiki/readSite.ts';
import { savePage } from '../../shared/wiki/savePage.ts';
import type { Published } from '../publish/publishPage.ts';
import { deploymentSummary } from './deploymentSummary.ts';
import { isSameText } from './isSameText.ts';
import type { OwnPage } from './ownPages.ts';
import { planDeployment } from './planDeployment.ts';
import type { Step } from './step.ts';

/** How often an edit is sent whose answer was lost and that is not there. */
const ATTEMPTS = 3;

/** Done, or left alone and why. */
export type Deployed =
	| Published
	| { readonly title: string; readonly kind: 'changed-here' }
	| { readonly title: string; readonly kind: 'no-mount' }
	| { readonly title: string; readonly kind: 'was-new' };

/**
 * Brings the project's pages to a wiki: compares with what is there and writes only what differs.
 *
 * @param label version and commit, named in each edit's summary
 * @param tell told of each page once it is done
 * @throws WikiError where the wiki cannot be talked to; a page that it refuses is in the result
 */
export async function deploy(
	wiki: Wiki,
	pages: readonly OwnPage[],
	label: string,
	tell?: (result: Deployed) => void,
): Promise<readonly Deployed[]> {
	const { now } = await readSite(wiki);
	return takeSteps(wiki, await planDeployment(wiki, pages), deploymentSummary(label, now), false, tell);
}

/** Writes what a plan says, one page after the other. @throws WikiError where the wiki cannot be talked to */
export async function takeSteps(
	wiki: Wiki,
	steps: readonly Step[],
	summary: string,
	overwrite: boolean,
	tell?: (result: Deployed, index: number) => void,
): Promise<readonly Deployed[]> {
	const results: Deployed[] = [];
	for (const [index, step] of steps.entries()) {
		const result = await takeStep(wiki, step, summary, overwrite);
		results.push(result);
		tell?.(result, index);
	}
	return results;
}

async function takeStep(wiki: Wiki, step: Step, summary: string, overwrite: boolean): Promise<Deployed> {
	const { title } = step;
	if (step.kind === 'same') return { title, kind: 'unchanged' };
	if (step.kind === 'no-mount' || step.kind === 'was-new') return { title, kind: step.kind };
	if (!isToWrite(step, overwrite)) return { title, kind: 'changed-here' };
	const save = {
		title,
		text: step.text,
		summary,
		base: step.present ? step.present.revision.revid : 'new',
	} as const;
	for (let attempt = 1; ; attempt++) {
		// A conflict is not made good here: what somebody wrote since the plan was made, nobody has compared.
		const saved = await savePage(wiki, save);
		// After a lost answer: the wiki formats JSON its own way, so that our own page looks like somebody else's.
		if (
			saved.kind === 'conflict' &&
			saved.page &&
			isSameText(title, saved.page.revision.text ?? '', step.text)
		)
			return { title, kind: 'saved', revid: saved.page.revision.revid, edited: true };
		if (saved.kind !== 'lost' || attempt === ATTEMPTS) return { ...saved, title };
	}
}

export type Writing = Extract<Step, { readonly text: string }>;

export function isToWrite(step: Step, overwrite: boolean): step is Writing {
	return step.kind === 'write' || (overwrite && step.kind === 'changed-here');
}
