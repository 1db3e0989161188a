import { performance } from 'node:perf_hooks';
import { hostname } from 'node:os';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { Block } from '../../shared/rules/evaluation.ts';
import type { CycleCache } from '../cycle/cache/cycleCache.ts';
import { readBookmark } from '../cycle/cache/readCache.ts';
import { writeBookmark } from '../cycle/cache/writeCache.ts';
import { dryRunCycle, runCycle, type CycleContext, type CycleResult } from '../cycle/runCycle.ts';
import type { Output } from '../operations/log/output.ts';
import { writeHeartbeat } from '../operations/heartbeat.ts';
import type { NextRuns } from '../operations/nextRuns.ts';
import { translateInto } from '../operations/translateInto.ts';
import { VERSION } from '../operations/version.ts';
import { heedingStopPage } from '../wiki/withStopPageCheck.ts';
import { connected, programmeError, type Connected } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { describePublished, isPublished } from './describePublished.ts';
import { EXIT } from './exit.ts';
import { countOf, tellProgress } from './progress.ts';
import { showEdit } from './showDifference.ts';
import { tellProblem } from './tellProblem.ts';

export interface RunOptions extends CommonOptions {
	readonly cache?: string;
	readonly heartbeat?: string;
}

export interface Told {
	readonly code: number;
	readonly cycle: CycleDone;
}
type Cycle = Pick<
	Extract<CycleResult, { readonly ok: true }>,
	'programme' | 'applications' | 'problems' | 'published' | 'outbox' | 'stopped'
>;

/** A cycle that ended, or what one would do. */
interface CycleDone extends Cycle {
	/** For the next cycle; null after a dry run. */
	readonly bookmark: CycleCache | null;
}

/** One cycle, told as it goes. @throws UsageError where the programme page is missing or wrong; WikiError */
export async function tellCycle(
	{ wiki, site, requests }: Connected,
	bookmark: CycleCache | null,
	{ out, dryRun }: Context,
): Promise<Told> {
	const before = { requests: requests(), time: performance.now() };
	const tell = tellProgress(out, () => performance.now());
	const cycleContext = { bookmark, bot: site.user.name, translate: translateInto, tell };
	const cycle = dryRun ? await showCycle(wiki, cycleContext, out) : await doCycle(wiki, cycleContext);
	if (cycle.stopped !== null) out.warn(`The stop page forbids writing: ${cycle.stopped}`);
	for (const page of cycle.published) {
		const said = dryRun && page.kind === 'saved' ? `${page.title}: would be saved` : describePublished(page);
		const fields = { page: page.title, action: page.kind };
		if (isPublished(page)) out.say(said, fields);
		else out.warn(said, fields);
	}
	for (const problem of cycle.problems)
		out.warn(tellProblem(problem), { page: problem.about, problem: problem.kind });
	const { bot } = cycle.programme;
	const isBot = bot.id === site.user.id;
	if (!isBot)
		out.warn(
			`Logged in as ${site.user.name}, but the programme’s bot is ${bot.name}: log in as ${bot.name}. Nothing was written, as nobody could tell what was sent.`,
		);
	const code = exitOf(cycle, isBot);
	const fields = {
		applications: cycle.applications.length,
		saved: cycle.published.filter(({ kind }) => kind === 'saved').length,
		problems: cycle.problems.length,
		requests: requests() - before.requests,
		milliseconds: Math.round(performance.now() - before.time),
		exit: code,
	};
	out.say(
		`cycle done: ${countOf(fields.applications, 'application')}, ${countOf(fields.saved, 'page')} ${dryRun ? 'would be saved' : 'saved'}, ${countOf(fields.requests, 'request')}, ${(fields.milliseconds / 1000).toFixed(1)} s`,
		fields,
	);
	return { code, cycle };
}

async function doCycle(wiki: Wiki, context: CycleContext): Promise<CycleDone> {
	const heeding = heedingStopPage(wiki, `User:${context.bot}/Stop`, () => performance.now());
	const cycle = await runCycle(heeding, context);
	if (!cycle.ok) throw programmeError(cycle.problems);
	return cycle;
}

async function showCycle(wiki: Wiki, context: CycleContext, out: Output): Promise<CycleDone> {
	const cycle = await dryRunCycle(wiki, context);
	if (!cycle.ok) throw programmeError(cycle.problems);
	for (const edit of cycle.edits) out.show(showEdit(edit, out.colors));
	return cycle;
}

function exitOf({ published, problems, outbox, stopped }: CycleDone, isBot: boolean): number {
	if (!published.every(isPublished)) return EXIT.failed;
	// Somebody released what something forbids to release, and that not time will mend.
	const isHeldBack = outbox.some(
		({ released, blocks, holds }) => released && (blocks.some(needsSomebody) || holds.length > 0),
	);
	return problems.length > 0 || isHeldBack || stopped !== null || !isBot ? EXIT.personNeeded : EXIT.done;
}

/** Time does not settle it. */
function needsSomebody({ kind }: Block): boolean {
	return kind === 'over-seats' || kind === 'differs' || kind === 'cannot-tell';
}

/** Notes that a cycle was run. That a file cannot be written is said, and stops nothing. */
export async function beat(
	file: string | undefined,
	code: number,
	{ apiUrl }: Connected,
	runs: NextRuns | null,
	{ out, dryRun }: Context,
): Promise<void> {
	if (file === undefined || dryRun) return;
	try {
		await writeHeartbeat(file, {
			at: new Date().toISOString(),
			due: runs?.next.toISOString() ?? null,
			period: runs?.period ?? null,
			code,
			host: hostname(),
			pid: process.pid,
			version: VERSION,
			wiki: apiUrl,
		});
	} catch (error) {
		out.warn(`The heartbeat could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** Leaves what was read for the next cycle. That it cannot is said, and stops nothing: the next one reads it anew. */
export async function keep(
	file: string | undefined,
	bookmark: CycleCache | null,
	{ out }: Context,
): Promise<void> {
	if (file === undefined || !bookmark) return;
	try {
		await writeBookmark(file, bookmark);
	} catch (error) {
		out.warn(`The cache could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}

export async function run(options: RunOptions, context: Context): Promise<number> {
	const connection = await connected(context);
	const cache = options.cache ?? context.env.WIKILEARN_CACHE;
	const bookmark = cache === undefined ? null : await readBookmark(cache, connection.site.wikiId);
	const { code, cycle } = await tellCycle(connection, bookmark, context);
	await keep(cache, cycle.bookmark, context);
	await beat(options.heartbeat ?? context.env.WIKILEARN_HEARTBEAT, code, connection, null, context);
	context.out.result({
		ok: code === EXIT.done,
		exit: code,
		dryRun: context.dryRun,
		stopped: cycle.stopped,
		applications: cycle.applications.map(({ course, applicant, state, eligibility, late }) => ({
			course,
			applicant: applicant?.name ?? null,
			state,
			requirements: eligibility.verdict,
			late,
		})),
		pages: cycle.published.map(({ title, kind }) => ({ title, kind })),
		problems: cycle.problems.map(({ about, kind, detail }) => ({ about, kind, detail })),
	});
	return code;
}
