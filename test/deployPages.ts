import { applySteps, type DeployResult } from '../bot/deploy/applySteps.ts';
import { deploymentSummary } from '../bot/deploy/deployments.ts';
import type { OwnPage } from '../bot/deploy/ownPages.ts';
import { planDeployment } from '../bot/deploy/planDeployment.ts';
import type { Wiki } from '../shared/wiki/wiki.ts';
import { readSite } from '../shared/wiki/readSite.ts';

/** Brings pages to a wiki as the command `deploy` does. @param label version and commit, named in each edit's summary */
export async function deployPages(
	wiki: Wiki,
	pages: readonly OwnPage[],
	label: string,
): Promise<readonly DeployResult[]> {
	const { now } = await readSite(wiki);
	return applySteps(wiki, await planDeployment(wiki, pages), deploymentSummary(label, now), false);
}
