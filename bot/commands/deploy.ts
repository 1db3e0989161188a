import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { describeProblem } from '../../shared/programme/problem.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { collectPages, findSources, type Sources } from '../deploy/collectPages.ts';
import { completeDraft, logProblem, type CompletedDraft } from '../deploy/completeDraft.ts';
import { isToWrite, previewStep, takeSteps, type Deployed, type Writing } from '../deploy/deploy.ts';
import { deploymentSummary } from '../deploy/deploymentSummary.ts';
import { readDraft } from '../deploy/draft.ts';
import { describeMissingRights, missingRights } from '../deploy/missingRights.ts';
import { logPage, type OwnPage } from '../deploy/ownPages.ts';
import { planDeployment, planReturn, type Step } from '../deploy/planDeployment.ts';
import { readPageInfo } from '../deploy/readPageInfo.ts';
import { versionLabel } from '../deploy/versionLabel.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { connected, programmeOnWiki, type Connected } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { describePublished, isPublished } from './describePublished.ts';
import { EXIT, UsageError } from './exit.ts';
import { progress } from './progress.ts';
import { showDifference, showEdit } from './showDifference.ts';

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

/** A draft of a programme, which may leave out ids. @throws UsageError that says what is wrong with the file */
async function draftInFile(file: string): Promise<unknown> {
	const text = await readFile(file, 'utf8').catch((error: unknown) => {
		throw new UsageError([
			`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
		]);
	});
	const read = readDraft(text);
	if (read.ok) return read.draft;
	throw new UsageError(read.problems.map((problem) => `${file}: ${describeProblem(problem)}`));
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
	const tell = (result: Deployed, step: Step | undefined, count: number): void => {
		const line = progress(count, steps.length, performance.now() - began, context.out.interactive);
		tellDeployed(context, result, step, line);
	};
	if (context.dryRun) {
		return steps.map((step, index) => {
			if (isToWrite(step, overwrite)) showStep(step, summary, context);
			const result = previewStep(step, overwrite);
			tell(result, step, index + 1);
			return result;
		});
	}
	const take = (some: readonly Step[], before: number): Promise<readonly Deployed[]> =>
		takeSteps(wiki, some, summary, overwrite, (result, index) => {
			tell(result, some[index], before + index + 1);
		});
	if (!withLog) return take(steps, 0);
	const [log, ...others] = steps;
	const first = log ? await take([log], 0) : [];
	const page = log && (await readPageInfo(wiki, { titles: log.title }));
	if (!page) return first;
	const problem = logProblem(log.title, null, false, page);
	if (problem !== null) throw new UsageError([problem]);
	const text = withLog(page.pageid);
	const named = others.map((step) =>
		step.title === PROGRAMME_PAGE && 'text' in step ? { ...step, text } : step,
	);
	return [...first, ...(await take(named, 1))];
}

function showStep({ title, present, text }: Writing, summary: string, { out }: Context): void {
	const before = present && (present.revision.text ?? '');
	out.show(showEdit({ title, summary, before, after: text }, out.colors));
}

/** Tells what became of one page of a deployment. @param count how far it is, for people who wait */
function tellDeployed(
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
	const { user, timestamp, revid } = step.present.revision;
	return `It is not as it was deployed: ${user?.name ?? 'somebody'} changed it at ${timestamp} (revision ${revid}).`;
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
