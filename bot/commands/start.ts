import { once } from 'node:events';
import { hostname } from 'node:os';
import type { CycleCache } from '../cycle/cache/cycleCache.ts';
import { readCache } from '../cycle/cache/cacheFile.ts';
import { findOtherBot, readHeartbeat } from '../operations/heartbeat.ts';
import { findNextRuns } from '../operations/nextRuns.ts';
import { startSchedule } from '../operations/schedule.ts';
import { openSession, type Session } from './openSession.ts';
import type { Context } from './context.ts';
import { describeError, EXIT, exitCodeOf, UsageError } from './exit.ts';
import { recordHeartbeat, saveCache, runAndReport, type RunOptions } from './run.ts';

export interface StartOptions extends RunOptions {
	readonly schedule: string;
}

/** A cycle counts as hung once it has missed two further runs. */
const MAX_MISSED_RUNS = 2;

/**
 * Runs cycles until the process is asked to end. A failed cycle is reported and the next one runs as scheduled. A
 * cycle that hangs ends the process with an error, so that its supervisor restarts it.
 */
export async function start(options: StartOptions, context: Context): Promise<number> {
	const { out, signal } = context;
	if (!findNextRuns(options.schedule))
		throw new UsageError([
			`--schedule: “${options.schedule}” is no schedule. It is minute hour day month weekday, for example '*/10 * * * *'.`,
		]);
	const session = await openSession(context);
	const heartbeatFile = options.heartbeat ?? context.env.WIKILEARN_HEARTBEAT;
	await warnOfOtherBot(heartbeatFile, session, context);
	const cacheFile = options.cache ?? context.env.WIKILEARN_CACHE;
	let cache = cacheFile === undefined ? null : await readCache(cacheFile, session.site.wikiId);
	let missed = 0;
	const runOnce = async (): Promise<void> => {
		const { exitCode, nextCache } = await runSafely(session, cache, context);
		cache = nextCache;
		missed = 0;
		if (nextCache) await saveCache(cacheFile, nextCache, context);
		await recordHeartbeat(heartbeatFile, exitCode, session, findNextRuns(options.schedule), context);
	};
	const hangDetected = new AbortController();
	let currentRun = runOnce();
	const stopSchedule = startSchedule(
		options.schedule,
		() => (currentRun = runOnce()),
		() => {
			missed++;
			out.warn('A cycle is still running; the one due now is left out.');
			if (missed >= MAX_MISSED_RUNS) hangDetected.abort();
		},
	);
	const stopSignal = AbortSignal.any([signal, hangDetected.signal]);
	if (!stopSignal.aborted) await once(stopSignal, 'abort');
	await stopSchedule();
	if (hangDetected.signal.aborted) {
		out.warn('The cycle hangs. Ending, so that the bot is started anew.');
		// The hung request would keep the process alive.
		setTimeout(() => process.exit(EXIT.failed), 1000).unref();
		return EXIT.failed;
	}
	await currentRun;
	return EXIT.done;
}

/** Runs a cycle; a failure is reported, not thrown, and keeps the previous cache. */
async function runSafely(
	connection: Session,
	cache: CycleCache | null,
	context: Context,
): Promise<{ readonly exitCode: number; readonly nextCache: CycleCache | null }> {
	try {
		const { exitCode, cycle } = await runAndReport(connection, cache, context);
		return { exitCode, nextCache: cycle.cache };
	} catch (error) {
		context.out.warn(describeError(error));
		return { exitCode: exitCodeOf(error), nextCache: cache };
	}
}

/** Two bots are harmless (each compares before it writes), but should be reported. */
async function warnOfOtherBot(
	file: string | undefined,
	{ apiUrl }: Session,
	{ out }: Context,
): Promise<void> {
	if (file === undefined) return;
	const self = { pid: process.pid, host: hostname(), wiki: apiUrl };
	const other = findOtherBot(await readHeartbeat(file), self, new Date().toISOString());
	if (other)
		out.warn(
			`Another bot seems to run on this wiki: process ${other.pid} on ${other.host}, last cycle ${other.at}. Both do the same; one is enough.`,
		);
}
