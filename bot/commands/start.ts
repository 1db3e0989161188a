import { once } from 'node:events';
import { hostname } from 'node:os';
import type { CycleCache } from '../cycle/cache/cycleCache.ts';
import { readBookmark } from '../cycle/cache/readCache.ts';
import { otherBot, readHeartbeat } from '../operations/heartbeat.ts';
import { nextRuns } from '../operations/nextRuns.ts';
import { startSchedule } from '../operations/startSchedule.ts';
import { connected, type Connected } from './openSession.ts';
import type { Context } from './context.ts';
import { describeError, EXIT, exitCodeOf, UsageError } from './exit.ts';
import { beat, keep, tellCycle, type RunOptions } from './run.ts';

export interface StartOptions extends RunOptions {
	readonly schedule: string;
}

/** A cycle that is still running when two more were due hangs. */
const MOST_MISSED = 2;

/**
 * Runs cycles until the process is told to end. One that fails is told of, and the next one runs all the same; one that
 * hangs ends the process with an error, so that whoever watches over it starts it anew.
 */
export async function start(options: StartOptions, context: Context): Promise<number> {
	const { out, signal } = context;
	if (!nextRuns(options.schedule))
		throw new UsageError([
			`--schedule: “${options.schedule}” is no schedule. It is minute hour day month weekday, for example '*/10 * * * *'.`,
		]);
	const connection = await connected(context);
	const file = options.heartbeat ?? context.env.WIKILEARN_HEARTBEAT;
	await warnOfOther(file, connection, context);
	const cache = options.cache ?? context.env.WIKILEARN_CACHE;
	let bookmark = cache === undefined ? null : await readBookmark(cache, connection.site.wikiId);
	let missed = 0;
	const cycle = async (): Promise<void> => {
		const { code, next } = await attempt(connection, bookmark, context);
		bookmark = next;
		missed = 0;
		if (next) await keep(cache, next, context);
		await beat(file, code, connection, nextRuns(options.schedule), context);
	};
	const hanging = new AbortController();
	let running = cycle();
	const end = startSchedule(
		options.schedule,
		() => (running = cycle()),
		() => {
			missed++;
			out.warn('A cycle is still running; the one due now is left out.');
			if (missed >= MOST_MISSED) hanging.abort();
		},
	);
	const over = AbortSignal.any([signal, hanging.signal]);
	if (!over.aborted) await once(over, 'abort');
	await end();
	if (hanging.signal.aborted) {
		out.warn('The cycle hangs. Ending, so that the bot is started anew.');
		// The request that hangs would keep the process alive for as long as it does.
		setTimeout(() => process.exit(EXIT.failed), 1000).unref();
		return EXIT.failed;
	}
	await running;
	return EXIT.done;
}

/** A cycle whose failure is told and not thrown; the bookmark stays what it was then. */
async function attempt(
	connection: Connected,
	bookmark: CycleCache | null,
	context: Context,
): Promise<{ readonly code: number; readonly next: CycleCache | null }> {
	try {
		const { code, cycle } = await tellCycle(connection, bookmark, context);
		return { code, next: cycle.bookmark };
	} catch (error) {
		context.out.warn(describeError(error));
		return { code: exitCodeOf(error), next: bookmark };
	}
}

/** Two bots at once do no harm (each compares before it writes), but somebody should know. */
async function warnOfOther(file: string | undefined, { apiUrl }: Connected, { out }: Context): Promise<void> {
	if (file === undefined) return;
	const self = { pid: process.pid, host: hostname(), wiki: apiUrl };
	const other = otherBot(await readHeartbeat(file), self, new Date().toISOString());
	if (other)
		out.warn(
			`Another bot seems to run on this wiki: process ${other.pid} on ${other.host}, last cycle ${other.at}. Both do the same; one is enough.`,
		);
}
