import type { Wiki } from '../../shared/wiki/wiki.ts';
import { savePage } from '../../shared/wiki/savePage.ts';
import type { PublishResult } from '../wiki/comparePage.ts';
import { isSameText, type Step } from './planDeployment.ts';

/** How often an edit is sent whose answer was lost and that is not there. */
const ATTEMPTS = 3;

/** Done, or left alone and why. */
export type DeployResult =
	| PublishResult
	| { readonly title: string; readonly kind: 'changed-here' }
	| { readonly title: string; readonly kind: 'no-mount' }
	| { readonly title: string; readonly kind: 'was-new' };

/** Writes what a plan says, one page after the other. @throws WikiError where the wiki cannot be talked to */
export async function applySteps(
	wiki: Wiki,
	steps: readonly Step[],
	summary: string,
	overwrite: boolean,
	onResult?: (result: DeployResult, index: number) => void,
): Promise<readonly DeployResult[]> {
	const results: DeployResult[] = [];
	for (const [index, step] of steps.entries()) {
		const result = await applyStep(wiki, step, summary, overwrite);
		results.push(result);
		onResult?.(result, index);
	}
	return results;
}

async function applyStep(wiki: Wiki, step: Step, summary: string, overwrite: boolean): Promise<DeployResult> {
	if (!shouldWrite(step, overwrite)) return leftAlone(step);
	const { title } = step;
	const edit = {
		title,
		text: step.text,
		summary,
		baseRevision: step.present ? step.present.revision.revid : 'new',
	} as const;
	for (let attempt = 1; ; attempt++) {
		// A conflict is not made good here: what somebody wrote since the plan was made, nobody has compared.
		const saved = await savePage(wiki, edit);
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

/** What becomes of a page that is not written. */
function leftAlone({ title, kind }: Step): DeployResult {
	if (kind === 'no-mount' || kind === 'was-new') return { title, kind };
	return { title, kind: kind === 'same' ? 'unchanged' : 'changed-here' };
}

/** What would become of a page: a step that writes counts as saved. */
export function previewStep(step: Step, overwrite: boolean): DeployResult {
	if (!shouldWrite(step, overwrite)) return leftAlone(step);
	return { title: step.title, kind: 'saved', revid: 0, edited: true };
}

export type WriteStep = Extract<Step, { readonly text: string }>;

export function shouldWrite(step: Step, overwrite: boolean): step is WriteStep {
	return step.kind === 'write' || (overwrite && step.kind === 'changed-here');
}
