import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { runCycle, type CycleResult } from '../../../bot/cycle/runCycle.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { connect, type Connection } from '../../../bot/wiki/mwnWiki.ts';
import { BOT, BOT_CREDENTIALS, startCycleWiki } from '../../bot/cycle/startCycleWiki.ts';
import { login } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki as RunningWiki } from '../../wiki/wiki.ts';
import { startFaultProxy, type FaultProxy } from '../proxy/startFaultProxy.ts';
import { readWiki, type WholeWiki } from './readWiki.ts';
import { faultProgramme, PEOPLE, tellBeginning, tellRest } from './tellStory.ts';

/** A wiki on which there is something of each kind to do, as it is before every trial. */
export interface FaultWorld {
	readonly running: RunningWiki;
	readonly proxy: FaultProxy;
	/** From before there was something to do. */
	readonly bookmark: CycleCache;
	/** Back to before the trial; everybody but the one who looks is logged out. */
	reset(): Promise<void>;
	read(): Promise<WholeWiki>;
	/** Logs in, by the proxy unless told otherwise, and runs one cycle. @throws WikiError */
	cycle(bookmark: CycleCache | null, connection?: Partial<Connection>): Promise<Done>;
	/** The same, with nothing in its way. */
	undisturbedCycle(bookmark: CycleCache | null): Promise<Done>;
	/**
	 * Two of these: until when an applicant may confirm is known once they were told, and shown by the next cycle.
	 * @param knowing whether the second one builds upon the first
	 */
	undisturbedCycles(bookmark: CycleCache | null, knowing: boolean): Promise<Done>;
	stop(): Promise<void>;
}

type Done = Extract<CycleResult, { ok: true }>;

/** Milliseconds after which the bot gives up a request: more than any answer takes, less than anybody wants to wait. */
const TIMEOUT_MS = 500;

export async function startFaultWorld(): Promise<FaultWorld> {
	const people = [{ name: 'Rita' }, ...PEOPLE.map((name) => ({ name }))];
	const wiki = await startCycleWiki(people, '', faultProgramme());
	const before = await tellBeginning(wiki);
	// Only the second cycle asks for changes, and knows which ones are no news any more.
	const { bookmark } = await wiki.cycle(before.bookmark);
	await tellRest(wiki, before);
	return worldOn(wiki.running, bookmark);
}

/** Another one that is the same, to try things side by side. */
export async function copyWorld({ running, bookmark }: FaultWorld): Promise<FaultWorld> {
	const snapshot = await running.snapshot('copied');
	return worldOn(await startWiki({ snapshot }), bookmark);
}

async function worldOn(running: RunningWiki, bookmark: CycleCache): Promise<FaultWorld> {
	const looker = await login(running.apiUrl, wikiAdmin.name, wikiAdmin.password);
	const before = await running.snapshot('before');
	const proxy = await startFaultProxy(running.port);
	const cycle: FaultWorld['cycle'] = async (known, connection = {}) => {
		const port = await connect({
			apiUrl: proxy.apiUrl,
			userAgent: 'wikilearn-test',
			credentials: BOT_CREDENTIALS,
			timeout: TIMEOUT_MS,
			patience: { attempts: 3, pause: 5, longestPause: 1_000 },
			...connection,
		});
		const result = await runCycle(port, { bookmark: known, bot: BOT, translate: translateInto });
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result;
	};
	const undisturbedCycle = (known: CycleCache | null) => {
		proxy.arm({ faultFor: () => null });
		return cycle(known, { timeout: 60_000 });
	};
	return {
		running,
		proxy,
		bookmark,
		reset: () => running.restore(before),
		read: () => readWiki(looker),
		cycle,
		undisturbedCycle,
		undisturbedCycles: async (known, knowing) => {
			const done = await undisturbedCycle(known);
			return undisturbedCycle(knowing ? done.bookmark : null);
		},
		stop: async () => {
			await proxy.stop();
			await running.stop();
		},
	};
}
