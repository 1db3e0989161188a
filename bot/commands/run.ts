import { performance } from 'node:perf_hooks';
import { hostname } from 'node:os';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { Obstacle } from '../../shared/rules/evaluation.ts';
import type { CycleCache } from '../cycle/cache/cycleCache.ts';
import { readCache, writeCache } from '../cycle/cache/cacheFile.ts';
import { dryRunCycle, runCycle, type CycleContext, type CycleResult } from '../cycle/runCycle.ts';
import type { Output } from '../operations/output.ts';
import { writeHeartbeat } from '../operations/heartbeat.ts';
import type { NextRuns } from '../operations/nextRuns.ts';
import { translateInto } from '../operations/translateInto.ts';
import { VERSION } from '../operations/settings.ts';
import { withStopPageCheck } from '../wiki/withStopPageCheck.ts';
import { openSession, describeProgrammeProblems, type Session } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { describePublished, isUpToDate, formatProblem } from './describe.ts';
import { EXIT } from './exit.ts';
import { pluralize, printProgress } from './progress.ts';
import { showEdit } from './formatDiff.ts';

export interface RunOptions extends CommonOptions {
	readonly cache?: string;
	readonly heartbeat?: string;
}

interface CycleRun {
	readonly exitCode: number;
	readonly cycle: CompletedCycle;
}
type Cycle = Pick<
	Extract<CycleResult, { readonly ok: true }>,
	'programme' | 'applications' | 'problems' | 'published' | 'outbox' | 'stopped'
>;

/** A finished cycle, or a preview of one. */
interface CompletedCycle extends Cycle {
	/** For the next cycle; null after a dry run. */
	readonly cache: CycleCache | null;
}

/** Runs one cycle and prints its progress. @throws UsageError for a missing or invalid programme page; WikiError */
export async function runAndReport(
	{ wiki, site, requestCount }: Session,
	cache: CycleCache | null,
	{ out, dryRun }: Context,
): Promise<CycleRun> {
	const before = { requests: requestCount(), time: performance.now() };
	const onProgress = printProgress(out, () => performance.now());
	const cycleContext = { cache, bot: site.user.name, translate: translateInto, onProgress };
	const cycle = dryRun ? await showCycle(wiki, cycleContext, out) : await doCycle(wiki, cycleContext);
	if (cycle.stopped !== null) out.warn(`The stop page forbids writing: ${cycle.stopped}`);
	for (const page of cycle.published) {
		const message =
			dryRun && page.kind === 'saved' ? `${page.title}: would be saved` : describePublished(page);
		const fields = { page: page.title, action: page.kind };
		if (isUpToDate(page)) out.info(message, fields);
		else out.warn(message, fields);
	}
	for (const problem of cycle.problems)
		out.warn(formatProblem(problem), { page: problem.about, problem: problem.kind });
	const { bot } = cycle.programme;
	const isBot = bot.id === site.user.id;
	if (!isBot)
		out.warn(
			`Logged in as ${site.user.name}, but the programme’s bot is ${bot.name}: log in as ${bot.name}. Nothing was written, as nobody could tell what was sent.`,
		);
	const exitCode = exitCodeFor(cycle, isBot);
	const fields = {
		applications: cycle.applications.length,
		saved: cycle.published.filter(({ kind }) => kind === 'saved').length,
		problems: cycle.problems.length,
		requests: requestCount() - before.requests,
		milliseconds: Math.round(performance.now() - before.time),
		exit: exitCode,
	};
	out.info(
		`cycle done: ${pluralize(fields.applications, 'application')}, ${pluralize(fields.saved, 'page')} ${dryRun ? 'would be saved' : 'saved'}, ${pluralize(fields.requests, 'request')}, ${(fields.milliseconds / 1000).toFixed(1)} s`,
		fields,
	);
	return { exitCode, cycle };
}

async function doCycle(wiki: Wiki, context: CycleContext): Promise<CompletedCycle> {
	const guardedWiki = withStopPageCheck(wiki, `User:${context.bot}/Stop`, () => performance.now());
	const cycle = await runCycle(guardedWiki, context);
	if (!cycle.ok) throw describeProgrammeProblems(cycle.problems);
	return cycle;
}

async function showCycle(wiki: Wiki, context: CycleContext, out: Output): Promise<CompletedCycle> {
	const cycle = await dryRunCycle(wiki, context);
	if (!cycle.ok) throw describeProgrammeProblems(cycle.problems);
	for (const edit of cycle.edits) out.print(showEdit(edit, out.colors));
	return cycle;
}

function exitCodeFor({ published, problems, outbox, stopped }: CompletedCycle, isBot: boolean): number {
	if (!published.every(isUpToDate)) return EXIT.failed;
	// A release is blocked by something that only a person can resolve.
	const isHeldBack = outbox.some(
		({ released, blocks, holds }) => released && (blocks.some(needsReviewer) || holds.length > 0),
	);
	return problems.length > 0 || isHeldBack || stopped !== null || !isBot ? EXIT.personNeeded : EXIT.done;
}

/** Whether the obstacle needs a person, not just time. */
function needsReviewer({ kind }: Obstacle): boolean {
	return kind === 'over-capacity' || kind === 'digest-mismatch' || kind === 'uncertain-action';
}

/** Records that a cycle ran. A failed write is reported and ignored. */
export async function recordHeartbeat(
	file: string | undefined,
	exitCode: number,
	{ apiUrl }: Session,
	nextRuns: NextRuns | null,
	{ out, dryRun }: Context,
): Promise<void> {
	if (file === undefined || dryRun) return;
	try {
		await writeHeartbeat(file, {
			at: new Date().toISOString(),
			due: nextRuns?.next.toISOString() ?? null,
			period: nextRuns?.period ?? null,
			code: exitCode,
			host: hostname(),
			pid: process.pid,
			version: VERSION,
			wiki: apiUrl,
		});
	} catch (error) {
		out.warn(`The heartbeat could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** Saves the cache for the next cycle. A failed write is reported and ignored; it only costs requests. */
export async function saveCache(
	file: string | undefined,
	cache: CycleCache | null,
	{ out }: Context,
): Promise<void> {
	if (file === undefined || !cache) return;
	try {
		await writeCache(file, cache);
	} catch (error) {
		out.warn(`The cache could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}

export async function run(options: RunOptions, context: Context): Promise<number> {
	const session = await openSession(context);
	const cacheFile = options.cache ?? context.env.WIKILEARN_CACHE;
	const cache = cacheFile === undefined ? null : await readCache(cacheFile, session.site.wikiId);
	const { exitCode, cycle } = await runAndReport(session, cache, context);
	await saveCache(cacheFile, cycle.cache, context);
	await recordHeartbeat(
		options.heartbeat ?? context.env.WIKILEARN_HEARTBEAT,
		exitCode,
		session,
		null,
		context,
	);
	context.out.result({
		ok: exitCode === EXIT.done,
		exit: exitCode,
		dryRun: context.dryRun,
		stopped: cycle.stopped,
		applications: cycle.applications.map(({ course, applicant, state, eligibility, isLate }) => ({
			course,
			applicant: applicant?.name ?? null,
			state,
			requirements: eligibility.verdict,
			late: isLate,
		})),
		pages: cycle.published.map(({ title, kind }) => ({ title, kind })),
		problems: cycle.problems.map(({ about, kind, detail }) => ({ about, kind, detail })),
	});
	return exitCode;
}
