import type { Deployed } from '../deploy/deploy.ts';
import type { Step } from '../deploy/step.ts';
import type { Context } from './context.ts';
import { describePublished, isPublished } from './describePublished.ts';
import { showDifference } from './showDifference.ts';

/** Tells what became of one page of a deployment. @param count how far it is, for people who wait */
export function tellDeployed(
	{ out, dryRun }: Context,
	result: Deployed,
	step: Step | undefined,
	count: string,
): void {
	if (result.kind === 'unchanged') return;
	const fields = { page: result.title, outcome: result.kind };
	const line = `${count}${result.title}`;
	if (result.kind === 'changed-here') {
		out.warn(`${line}: not written. ${whoChanged(step)} To write it all the same: --overwrite`, fields);
		if (step?.kind === 'changed-here')
			out.show(showDifference(step.title, step.present.revision.text ?? '', step.text, out.colors));
	} else if (result.kind === 'no-mount') {
		const mount = step?.kind === 'no-mount' ? step.mount : '';
		out.warn(
			`${line}: the page has no place for the form. It is the community’s, so put there yourself what follows:\n${mount}`,
			fields,
		);
	} else if (result.kind === 'was-new') {
		out.warn(`${line}: not there before that deployment. Delete it by hand if nobody wants it.`, fields);
	} else if (dryRun && result.kind === 'saved') {
		out.say(`${line}: would be written`, fields);
	} else {
		const said = `${count}${describePublished(result)}`;
		if (isPublished(result)) out.say(said, fields);
		else out.warn(said, fields);
	}
}

function whoChanged(step: Step | undefined): string {
	if (step?.kind !== 'changed-here') return '';
	const { user, timestamp, revid } = step.last;
	return `It is not as it was deployed: ${user || 'somebody'} changed it at ${timestamp} (revision ${revid}).`;
}
