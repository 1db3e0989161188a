import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { describeProgrammeProblem } from '../../shared/programme/programmeProblem.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { collectPages, findSources, type Sources } from '../deploy/collectPages.ts';
import { completeDraft, logProblem, type CompletedDraft } from '../deploy/completeDraft.ts';
import {
	shouldWrite,
	previewStep,
	applySteps,
	type DeployResult,
	type WriteStep,
} from '../deploy/applySteps.ts';
import { deploymentSummary, readVersionLabel } from '../deploy/deployments.ts';
import { readDraft } from '../deploy/draft.ts';
import { describeMissingRights, findMissingRights } from '../deploy/missingRights.ts';
import { logPage, type OwnPage } from '../deploy/ownPages.ts';
import { planDeployment, planRollback, type Step } from '../deploy/planDeployment.ts';
import { readPageInfo } from '../deploy/readPageInfo.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { openSession, readProgrammeOrThrow, type Session } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { describePublished, isUpToDate } from './describe.ts';
import { EXIT, UsageError } from './exit.ts';
import { formatProgress } from './progress.ts';
import { formatDiff, showEdit } from './formatDiff.ts';

interface DeployOptions extends CommonOptions {
	readonly programme?: string;
	readonly overwrite?: boolean;
	readonly rollback?: boolean;
}

interface DeploymentPlan {
	/** The deployment's name in edit summaries. */
	readonly label: string;
	readonly steps: readonly Step[];
	/** Adds the log's page id to the programme, once the log is created. Null: the log exists already. */
	readonly withLog: ((id: number) => string) | null;
}

type CompleteProgramme = Extract<CompletedDraft, { readonly ok: true }>;

export async function deployAll(options: DeployOptions, context: Context): Promise<number> {
	const { out, dryRun } = context;
	if (options.rollback && options.programme !== undefined)
		throw new UsageError(['--rollback takes no --programme: it brings back what was there.']);
	const draft = options.programme === undefined ? null : await readDraftFile(options.programme);
	const sources = findSources();
	if (!sources) throw new UsageError(['The gadget has not been built yet. Do: npm run build']);
	const connection = await openSession(context);
	const completed = draft === null ? null : await completeOrThrow(connection, draft);
	const programme = completed?.programme ?? (await readProgrammeOrThrow(connection.wiki));
	const plan = options.rollback
		? await planRollbackOrThrow(connection.wiki, await collectPages(sources, programme, ''))
		: await planUpdate(connection.wiki, sources, programme, completed, context);
	const overwrite = options.overwrite ?? false;
	requireRights(connection, plan.steps, overwrite, context);
	const results = await applyDeployment(connection, plan, overwrite, context);
	const written = results.filter(({ kind }) => kind === 'saved').length;
	const same = results.filter(({ kind }) => kind === 'unchanged').length;
	out.info(
		`${written} of ${results.length} pages ${dryRun ? 'would be written (dry run: nothing was)' : 'written'}, ${same} unchanged; version ${plan.label}.`,
	);
	const code = exitCodeFor(results);
	out.result({ ok: code === EXIT.done, exit: code, dryRun, version: plan.label, pages: results });
	return code;
}

/** A draft of a programme; ids may be missing. @throws UsageError with the problems of the file */
async function readDraftFile(file: string): Promise<unknown> {
	const text = await readFile(file, 'utf8').catch((error: unknown) => {
		throw new UsageError([
			`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
		]);
	});
	const read = readDraft(text);
	if (read.ok) return read.draft;
	throw new UsageError(read.problems.map((problem) => `${file}: ${describeProgrammeProblem(problem)}`));
}

/** @throws UsageError with every way in which the draft does not fit the wiki */
async function completeOrThrow({ wiki, site }: Session, draft: unknown): Promise<CompleteProgramme> {
	const completed = await completeDraft(wiki, draft, site);
	if (completed.ok) return completed;
	throw new UsageError(completed.problems);
}

async function planUpdate(
	wiki: Wiki,
	sources: Sources,
	programme: Programme,
	completed: CompleteProgramme | null,
	{ env, out, dryRun }: Context,
): Promise<DeploymentPlan> {
	const pages = await collectPages(sources, programme, completed?.text ?? null);
	const withLog = completed?.withLog ?? null;
	if (withLog && dryRun)
		out.info(`There is no ${programme.log.page} yet: its page id is filled in once it is created.`);
	const steps = await planDeployment(wiki, withLog ? [logPage(programme), ...pages] : pages);
	return { label: await readVersionLabel(env), steps, withLog };
}

async function planRollbackOrThrow(wiki: Wiki, pages: readonly OwnPage[]): Promise<DeploymentPlan> {
	const plan = await planRollback(wiki, pages);
	if (!plan)
		throw new UsageError(['Nothing was deployed to this wiki yet, so there is nothing to go back from.']);
	return { label: `back from ${plan.from}`, steps: plan.steps, withLog: null };
}

/** Applies the steps in order. The programme page contains the log's page id, so the log is created first. */
async function applyDeployment(
	{ wiki, site }: Session,
	{ label, steps, withLog }: DeploymentPlan,
	overwrite: boolean,
	context: Context,
): Promise<readonly DeployResult[]> {
	const startedAt = performance.now();
	const summary = deploymentSummary(label, site.now);
	const tell = (result: DeployResult, step: Step | undefined, count: number): void => {
		const line = formatProgress(count, steps.length, performance.now() - startedAt, context.out.interactive);
		printResult(context, result, step, line);
	};
	if (context.dryRun) {
		return steps.map((step, index) => {
			if (shouldWrite(step, overwrite)) showStep(step, summary, context);
			const result = previewStep(step, overwrite);
			tell(result, step, index + 1);
			return result;
		});
	}
	const apply = (batch: readonly Step[], before: number): Promise<readonly DeployResult[]> =>
		applySteps(wiki, batch, summary, overwrite, (result, index) => {
			tell(result, batch[index], before + index + 1);
		});
	if (!withLog) return apply(steps, 0);
	const [log, ...others] = steps;
	const created = log ? await apply([log], 0) : [];
	const page = log && (await readPageInfo(wiki, { titles: log.title }));
	if (!page) return created;
	const problem = logProblem(log.title, null, false, page);
	if (problem !== null) throw new UsageError([problem]);
	const text = withLog(page.pageid);
	const withLogId = others.map((step) =>
		step.title === PROGRAMME_PAGE && 'text' in step ? { ...step, text } : step,
	);
	return [...created, ...(await apply(withLogId, 1))];
}

function showStep({ title, present, text }: WriteStep, summary: string, { out }: Context): void {
	const before = present && (present.revision.text ?? '');
	out.print(showEdit({ title, summary, before, after: text }, out.colors));
}

/** Prints the result for one page. @param position progress, for people who wait */
function printResult(
	{ out, dryRun }: Context,
	result: DeployResult,
	step: Step | undefined,
	position: string,
): void {
	if (result.kind === 'unchanged') return;
	const fields = { page: result.title, outcome: result.kind };
	const line = `${position}${result.title}`;
	if (result.kind === 'changed-on-wiki') {
		out.warn(`${line}: not written. ${describeChange(step)} To write it all the same: --overwrite`, fields);
		if (step?.kind === 'changed-on-wiki')
			out.print(formatDiff(step.title, step.present.revision.text ?? '', step.text, out.colors));
	} else if (result.kind === 'no-mount') {
		const mount = step?.kind === 'no-mount' ? step.mount : '';
		out.warn(
			`${line}: the page has no place for the form. It is the community’s, so put there yourself what follows:\n${mount}`,
			fields,
		);
	} else if (result.kind === 'created-by-deployment') {
		out.warn(`${line}: not there before that deployment. Delete it by hand if nobody wants it.`, fields);
	} else if (dryRun && result.kind === 'saved') {
		out.info(`${line}: would be written`, fields);
	} else {
		const message = `${position}${describePublished(result)}`;
		if (isUpToDate(result)) out.info(message, fields);
		else out.warn(message, fields);
	}
}

function describeChange(step: Step | undefined): string {
	if (step?.kind !== 'changed-on-wiki') return '';
	const { user, timestamp, revid } = step.present.revision;
	return `It is not as it was deployed: ${user?.name ?? 'somebody'} changed it at ${timestamp} (revision ${revid}).`;
}

/** Checked before the first write, to avoid a partial deployment. */
function requireRights(
	{ site }: Session,
	steps: readonly Step[],
	overwrite: boolean,
	{ out, dryRun }: Context,
): void {
	const pages = steps
		.filter((step) => shouldWrite(step, overwrite))
		.map(({ title, present }) => ({ title, isNew: present === null }));
	const missing = findMissingRights(pages, site.user.rights);
	if (missing.length === 0) return;
	const described = describeMissingRights(site.user.name, missing);
	if (!dryRun) throw new UsageError(described);
	for (const line of described) out.warn(line);
}

function exitCodeFor(results: readonly DeployResult[]): number {
	const kinds = new Set(results.map(({ kind }) => kind));
	if (kinds.has('refused') || kinds.has('lost') || kinds.has('captcha')) return EXIT.failed;
	return kinds.has('changed-on-wiki') || kinds.has('no-mount') || kinds.has('conflict')
		? EXIT.personNeeded
		: EXIT.done;
}
