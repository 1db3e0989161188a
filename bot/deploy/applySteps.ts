import type { Wiki } from '../../shared/wiki/wiki.ts';
import { savePage } from '../../shared/wiki/savePage.ts';
import type { PublishResult } from '../wiki/comparePage.ts';
import { isSameText, type Step } from './planDeployment.ts';

/** Maximum attempts for an edit whose response is lost and that was not saved. */
const ATTEMPTS = 3;

/** The result for a page: written, or skipped with the reason. */
export type DeployResult =
	| PublishResult
	| { readonly title: string; readonly kind: 'changed-on-wiki' }
	| { readonly title: string; readonly kind: 'no-mount' }
	| { readonly title: string; readonly kind: 'created-by-deployment' };

/** Applies a plan page by page. @throws WikiError if the wiki fails */
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
		// No retry after a conflict: nobody has reviewed what was written since the plan was made.
		const saved = await savePage(wiki, edit);
		// After a lost response: MediaWiki reformats JSON, so our own edit looks like someone else's.
		if (
			saved.kind === 'conflict' &&
			saved.page &&
			isSameText(title, saved.page.revision.text ?? '', step.text)
		)
			return { title, kind: 'saved', revid: saved.page.revision.revid, edited: true };
		if (saved.kind !== 'lost' || attempt === ATTEMPTS) return { ...saved, title };
	}
}

/** The result for a page that is not written. */
function leftAlone({ title, kind }: Step): DeployResult {
	if (kind === 'no-mount' || kind === 'created-by-deployment') return { title, kind };
	return { title, kind: kind === 'unchanged' ? 'unchanged' : 'changed-on-wiki' };
}

/** The result of a dry run: a step that writes counts as saved. */
export function previewStep(step: Step, overwrite: boolean): DeployResult {
	if (!shouldWrite(step, overwrite)) return leftAlone(step);
	return { title: step.title, kind: 'saved', revid: 0, edited: true };
}

export type WriteStep = Extract<Step, { readonly text: string }>;

export function shouldWrite(step: Step, overwrite: boolean): step is WriteStep {
	return step.kind === 'write' || (overwrite && step.kind === 'changed-on-wiki');
}
