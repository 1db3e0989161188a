import { performance } from 'node:perf_hooks';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { collectPages, type Sources } from '../deploy/collectPages.ts';
import { completeDraft, type CompletedDraft } from '../deploy/completeDraft.ts';
import { isToWrite, takeSteps, type Deployed } from '../deploy/deploy.ts';
import { deploymentSummary } from '../deploy/deploymentSummary.ts';
import { logProblem } from '../deploy/draftProblems.ts';
import { logPage } from '../deploy/logPage.ts';
import { describeMissingRights, missingRights } from '../deploy/missingRights.ts';
import type { OwnPage } from '../deploy/ownPages.ts';
import { planDeployment } from '../deploy/planDeployment.ts';
import { planReturn } from '../deploy/planReturn.ts';
import { readPageInfo } from '../deploy/readPageInfo.ts';
import { findSources } from '../deploy/sources.ts';
import type { Step } from '../deploy/step.ts';
import { versionLabel } from '../deploy/versionLabel.ts';
import { withProgramme } from '../deploy/withProgramme.ts';
import { connected, programmeOnWiki, type Connected } from './connected.ts';
import type { CommonOptions, Context } from './context.ts';
import { draftInFile } from './draftInFile.ts';
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
	/** The programme's text once the log, which is the first step, has a page id; null: it is there already. */
	readonly withLog: ((id: number) => string) | null;
}

type Given = Extract<CompletedDraft, { readonly ok: true }>;

export async function deployAll(options: DeployOptions, context: Context): Promise<number> {
	const { out, dryRun } = context;
	if (options.back && options.programme !== undefined)
		throw new UsageError(['--back takes no --programme: it brings back what was there.']);
	const draft = options.programme === undefined ? null : await draftInFile(options.programme);
	const sources = findSources();
	if (!sources) throw new UsageError(['The gadget has not been built yet. Do: npm run build']);
	const connection = await connected(context);
	const given = draft === null ? null : await complete(connection, draft);
	const programme = given?.programme ?? (await programmeOnWiki(connection.wiki));
	const plan = options.back
		? await planBack(connection.wiki, await collectPages(sources, programme, ''))
		: await planForth(connection.wiki, sources, programme, given, context);
	const overwrite = options.overwrite ?? false;
	requireRights(connection, plan.steps, overwrite, context);
	const results = await takePlan(connection, plan, overwrite, context);
	const written = results.filter(({ kind }) => kind === 'saved').length;
	const same = results.filter(({ kind }) => kind === 'unchanged').length;
	out.say(
		`${written} of ${results.length} pages ${dryRun ? 'would be written (dry run: nothing was)' : 'written'}, ${same} unchanged; version ${plan.label}.`,
	);
	const code = exitOf(results);
	out.result({ ok: code === EXIT.done, exit: code, dryRun, version: plan.label, pages: results });
	return code;
}

/** @throws UsageError that names everything in which the draft does not fit the wiki */
async function complete({ wiki, site }: Connected, draft: unknown): Promise<Given> {
	const completed = await completeDraft(wiki, draft, site);
	if (completed.ok) return completed;
	throw new UsageError(completed.problems);
}

async function planForth(
	wiki: Wiki,
	sources: Sources,
	programme: Programme,
	given: Given | null,
	{ env, out, dryRun }: Context,
): Promise<Plan> {
	const pages = await collectPages(sources, programme, given?.text ?? null);
	const withLog = given?.withLog ?? null;
	if (withLog && dryRun)
		out.say(`There is no ${programme.log.page} yet: its page id is filled in once it is created.`);
	const steps = await planDeployment(wiki, withLog ? [logPage(programme), ...pages] : pages);
	return { label: await versionLabel(env), steps, withLog };
}

async function planBack(wiki: Wiki, pages: readonly OwnPage[]): Promise<Plan> {
	const plan = await planReturn(wiki, pages);
	if (!plan)
		throw new UsageError(['Nothing was deployed to this wiki yet, so there is nothing to go back from.']);
	return { label: `back from ${plan.from}`, steps: plan.steps, withLog: null };
}

/** Takes the steps in their order; the programme page names the log's id, so the log comes first. */
async function takePlan(
	{ wiki, site }: Connected,
	{ label, steps, withLog }: Plan,
	overwrite: boolean,
	context: Context,
): Promise<readonly Deployed[]> {
	const began = performance.now();
	const summary = deploymentSummary(label, site.now);
	const take = (some: readonly Step[], before: number): Promise<readonly Deployed[]> =>
		takeSteps(wiki, some, summary, overwrite, (result, index) => {
			const count = before + index + 1;
			const line = progress(count, steps.length, performance.now() - began, context.out.interactive);
			tellDeployed(context, result, some[index], line);
		});
	if (!withLog) return take(steps, 0);
	const [log, ...others] = steps;
	const first = log ? await take([log], 0) : [];
	const page = log && (await readPageInfo(wiki, { titles: log.title }));
	if (!page && !context.dryRun) return first;
	const problem = logProblem(log?.title ?? '', null, false, page ?? null);
	if (problem !== null) throw new UsageError([problem]);
	return [...first, ...(await take(page ? withProgramme(others, withLog(page.pageid)) : others, 1))];
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
