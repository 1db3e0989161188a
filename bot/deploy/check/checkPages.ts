import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readDeployment } from '../deploymentSummary.ts';
import type { OwnPage } from '../ownPages.ts';
import { findDeployment } from '../findDeployment.ts';
import { planDeployment, type Step } from '../planDeployment.ts';
import { ok, todo, type Finding } from './finding.ts';

/** Gadget, templates, course pages and their places for the form: whether they are as this version has them. */
export async function checkPages(wiki: Wiki, pages: readonly OwnPage[]): Promise<readonly Finding[]> {
	const steps = await planDeployment(wiki, pages);
	const same = steps.filter(({ kind }) => kind === 'same');
	const findings = steps.flatMap((step) => findingOf(step));
	return [
		...(same.length === 0
			? []
			: [ok('pages', `${same.length} of ${steps.length} are as this version has them`)]),
		...findings,
		await versionThere(wiki),
	];
}

function findingOf(step: Step): readonly Finding[] {
	const { title } = step;
	switch (step.kind) {
		case 'write':
			return [
				todo(
					title,
					step.present
						? 'is of another version. Do: wikilearn-bot deploy'
						: 'is missing. Do: wikilearn-bot deploy',
				),
			];
		case 'changed-here':
			return [
				todo(
					title,
					`was changed on the wiki by ${step.present.revision.user?.name ?? 'somebody'} at ${step.present.revision.timestamp}. Look at it: wikilearn-bot deploy --dry-run`,
				),
			];
		case 'no-mount':
			return [todo(title, `has no place for the form. Put there:\n${step.mount}`)];
		case 'same':
		case 'was-new':
			return [];
	}
}

/** Which version the wiki has, going by the gadget's history. */
async function versionThere(wiki: Wiki): Promise<Finding> {
	const edit = await findDeployment(wiki, 'MediaWiki:Gadget-wikilearn.js');
	const deployed = readDeployment(edit?.comment ?? '');
	return deployed
		? ok('gadget', `version ${deployed.label}, deployed at ${deployed.at}`)
		: todo('gadget', 'was never deployed to this wiki. Do: wikilearn-bot deploy');
}
