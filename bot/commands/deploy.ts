import { performance } from 'node:perf_hooks';
import type { Wiki } from '../../shared/wiki.ts';
import { collectPages } from '../deploy/collectPages.ts';
import { isToWrite, takeSteps, type Deployed } from '../deploy/deploy.ts';
import { deploymentSummary } from '../deploy/deploymentSummary.ts';
import { describeMissingRights, missingRights } from '../deploy/missingRights.ts';
import type { OwnPage } from '../deploy/ownPages.ts';
import { planDeployment } from '../deploy/planDeployment.ts';
import { planReturn } from '../deploy/planReturn.ts';
import { findSources } from '../deploy/sources.ts';
import type { Step } from '../deploy/step.ts';
import { versionLabel } from '../deploy/versionLabel.ts';
import { connected, programmeInFile, programmeOnWiki, type Connected } from './connected.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT, UsageError } from './exit.ts';
import { progress } from './progress.ts';
import { tellDeployed } from './tellDeployed.ts';

export interface DeployOptions extends CommonOptions {
	readonly programme?: string;
	readonly overwrite?: boolean;
	readonly back?: boolean;
}

interface Plan {
	/** What the edits' summaries call it. */
	readonly label: string;
	readonly steps: readonly Step[];
}

export async function deployAll(options: DeployOptions, context: Context): Promise<number> {
	const { out, dryRun } = context;
	if (options.back && options.programme !== undefined)
		throw new UsageError(['--back takes no --programme: it brings back what was there.']);
	const given = options.programme === undefined ? null : await programmeInFile(options.programme);
	const sources = findSources();
	if (!sources) throw new UsageError(['The gadget has not been built yet. Do: npm run build']);
	const connection = await connected(context);
	const programme = given?.programme ?? (await programmeOnWiki(connection.wiki));
	const pages = await collectPages(sources, programme, options.back ? '' : (given?.text ?? null));
	const plan = options.back
		? await planBack(connection.wiki, pages)
		: { label: await versionLabel(context.env), steps: await planDeployment(connection.wiki, pages) };
	const overwrite = options.overwrite ?? false;
	requireRights(connection, plan.steps, overwrite, context);
	const began = performance.now();
	const results = await takeSteps(
		connection.wiki,
		plan.steps,
		deploymentSummary(plan.label, connection.site.now),
		overwrite,
		(result, index) => {
			tellDeployed(
				context,
				result,
				plan.steps[index],
				progress(index + 1, plan.steps.length, performance.now() - began, out.interactive),
			);
		},
	);
	const written = results.filter(({ kind }) => kind === 'saved').length;
	const same = results.filter(({ kind }) => kind === 'unchanged').length;
	out.say(
		`${written} of ${results.length} pages ${dryRun ? 'would be written (dry run: nothing was)' : 'written'}, ${same} unchanged; version ${plan.label}.`,
	);
	const code = exitOf(results);
	out.result({ ok: code === EXIT.done, exit: code, dryRun, version: plan.label, pages: results });
	return code;
}

async function planBack(wiki: Wiki, pages: readonly OwnPage[]): Promise<Plan> {
	const plan = await planReturn(wiki, pages);
	if (!plan)
		throw new UsageError(['Nothing was deployed to this wiki yet, so there is nothing to go back from.']);
	return { label: `back from ${plan.from}`, steps: plan.steps };
}

/** Before anything is written: half a deployment helps nobody. */
function requireRights(
	{ site }: Connected,
	steps: readonly Step[],
	overwrite: boolean,
	{ out, dryRun }: Context,
): void {
	const pages = steps
		.filter((step) => isToWrite(step, overwrite))
		.map(({ title, present }) => ({ title, isNew: present === null }));
	const missing = missingRights(pages, site.user.rights);
	if (missing.length === 0) return;
	const described = describeMissingRights(site.user.name, missing);
	if (!dryRun) throw new UsageError(described);
	for (const line of described) out.warn(line);
}

function exitOf(results: readonly Deployed[]): number {
	const kinds = new Set(results.map(({ kind }) => kind));
	if (kinds.has('refused') || kinds.has('lost') || kinds.has('captcha')) return EXIT.failed;
	return kinds.has('changed-here') || kinds.has('no-mount') || kinds.has('conflict')
		? EXIT.personNeeded
		: EXIT.done;
}
