import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { runCycle, type CycleResult } from '../../../bot/cycle/runCycle.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { connectWiki, type Connection } from '../../../bot/wiki/mwnWiki.ts';
import { BOT, BOT_CREDENTIALS, startCycleWiki } from '../../bot/cycle/startCycleWiki.ts';
import { login } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki as RunningWiki } from '../../wiki/wiki.ts';
import { startFaultProxy, type FaultProxy } from '../proxy/startFaultProxy.ts';
import { readWiki, type WikiContents } from './readWiki.ts';
import { createFaultProgramme, PEOPLE, seedHistory, seedPendingWork } from './seedWiki.ts';

/** A wiki with work of each kind for the bot, as before every trial. */
export interface FaultWorld {
	readonly running: RunningWiki;
	readonly proxy: FaultProxy;
	/** The cache from before that work. */
	readonly cache: CycleCache;
	/** Restores the state before the trial; all but the observer are logged out. */
	reset(): Promise<void>;
	read(): Promise<WikiContents>;
	/** Logs in, by default through the proxy, and runs one cycle. @throws WikiError */
	cycle(bookmark: CycleCache | null, connection?: Partial<Connection>): Promise<Done>;
	/** The same, without faults. */
	runUndisturbedCycle(bookmark: CycleCache | null): Promise<Done>;
	/**
	 * Two of these: the deadline to confirm is set by the notice, and shown by the next cycle.
	 *
	 * @param hasCache whether the second one uses the first one's cache
	 */
	runUndisturbedCycles(bookmark: CycleCache | null, hasCache: boolean): Promise<Done>;
	stop(): Promise<void>;
}

type Done = Extract<CycleResult, { ok: true }>;

/** The bot's request timeout in milliseconds: longer than any response takes, and short enough for tests. */
const TIMEOUT_MS = 500;

export async function startFaultWorld(): Promise<FaultWorld> {
	const people = [{ name: 'Rita' }, ...PEOPLE.map((name) => ({ name }))];
	const wiki = await startCycleWiki(people, '', createFaultProgramme());
	const before = await seedHistory(wiki);
	// Only the second cycle reads changes, and knows which ones it has seen.
	const { cache } = await wiki.cycle(before.cache);
	await seedPendingWork(wiki, before);
	return createWorldOn(wiki.running, cache);
}

/** An identical copy, for parallel trials. */
export async function copyWorld({ running, cache }: FaultWorld): Promise<FaultWorld> {
	const snapshot = await running.snapshot('copied');
	return createWorldOn(await startWiki({ snapshot }), cache);
}

async function createWorldOn(running: RunningWiki, initialCache: CycleCache): Promise<FaultWorld> {
	const reader = await login(running.apiUrl, wikiAdmin.name, wikiAdmin.password);
	const before = await running.snapshot('before');
	const proxy = await startFaultProxy(running.port);
	const cycle: FaultWorld['cycle'] = async (cache, connection = {}) => {
		const port = await connectWiki({
			apiUrl: proxy.apiUrl,
			userAgent: 'wikilearn-test',
			credentials: BOT_CREDENTIALS,
			timeout: TIMEOUT_MS,
			retryPolicy: { attempts: 3, pause: 5, maxPause: 1_000 },
			...connection,
		});
		const result = await runCycle(port, { cache, bot: BOT, translate: translateInto });
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result;
	};
	const undisturbedCycle = (cache: CycleCache | null) => {
		proxy.arm({ faultFor: () => null });
		return cycle(cache, { timeout: 60_000 });
	};
	return {
		running,
		proxy,
		cache: initialCache,
		reset: () => running.restore(before),
		read: () => readWiki(reader),
		cycle,
		runUndisturbedCycle: undisturbedCycle,
		runUndisturbedCycles: async (cache, hasCache) => {
			const done = await undisturbedCycle(cache);
			return undisturbedCycle(hasCache ? done.cache : null);
		},
		stop: async () => {
			await proxy.stop();
			await running.stop();
		},
	};
}
