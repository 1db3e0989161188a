import { takeSteps, type Deployed } from '../bot/deploy/deploy.ts';
import { deploymentSummary } from '../bot/deploy/deploymentSummary.ts';
import type { OwnPage } from '../bot/deploy/ownPages.ts';
import { planDeployment } from '../bot/deploy/planDeployment.ts';
import type { Wiki } from '../shared/wiki/wiki.ts';
import { readSite } from '../shared/wiki/readSite.ts';

/** Brings pages to a wiki as the command `deploy` does. @param label version and commit, named in each edit's summary */
export async function deploy(
	wiki: Wiki,
	pages: readonly OwnPage[],
	label: string,
): Promise<readonly Deployed[]> {
	const { now } = await readSite(wiki);
	return takeSteps(wiki, await planDeployment(wiki, pages), deploymentSummary(label, now), false);
}
