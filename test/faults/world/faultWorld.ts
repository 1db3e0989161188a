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

/** A wiki on which there is something of each kind to do, as it is before every trial. */
export interface FaultWorld {
	readonly running: RunningWiki;
	readonly proxy: FaultProxy;
	/** From before there was something to do. */
	readonly cache: CycleCache;
	/** Back to before the trial; everybody but the one who looks is logged out. */
	reset(): Promise<void>;
	read(): Promise<WikiContents>;
	/** Logs in, by the proxy unless told otherwise, and runs one cycle. @throws WikiError */
	cycle(bookmark: CycleCache | null, connection?: Partial<Connection>): Promise<Done>;
	/** The same, with nothing in its way. */
	runUndisturbedCycle(bookmark: CycleCache | null): Promise<Done>;
	/**
	 * Two of these: until when an applicant may confirm is known once they were told, and shown by the next cycle.
	 * @param hasCache whether the second one builds upon the first
	 */
	runUndisturbedCycles(bookmark: CycleCache | null, hasCache: boolean): Promise<Done>;
	stop(): Promise<void>;
}

type Done = Extract<CycleResult, { ok: true }>;

/** Milliseconds after which the bot gives up a request: more than any answer takes, less than anybody wants to wait. */
const TIMEOUT_MS = 500;

export async function startFaultWorld(): Promise<FaultWorld> {
	const people = [{ name: 'Rita' }, ...PEOPLE.map((name) => ({ name }))];
	const wiki = await startCycleWiki(people, '', createFaultProgramme());
	const before = await seedHistory(wiki);
	// Only the second cycle asks for changes, and knows which ones are no news any more.
	const { cache } = await wiki.cycle(before.cache);
	await seedPendingWork(wiki, before);
	return createWorldOn(wiki.running, cache);
}

/** Another one that is the same, to try things side by side. */
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
