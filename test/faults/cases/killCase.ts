import { copyFile } from 'node:fs/promises';
import { EXIT } from '../../../bot/commands/exit.ts';
import type { Fault } from '../proxy/fault.ts';
import type { FaultWorld } from '../world/faultWorld.ts';
import { findExtraEdits } from '../world/findExtraEdits.ts';
import type { WikiContents } from '../world/readWiki.ts';
import { diffNotices } from '../world/findNotices.ts';
import { findDifferences } from '../world/findDifferences.ts';
import { startBotProcess } from './botProcess.ts';

/** What a run of the built bot needs besides a wiki. */
interface BotRun {
	/** `main.js`. */
	readonly main: string;
	/** The bot's cache, and a copy of what it was before the trial. */
	readonly cache: string;
	readonly cacheBefore: string;
}

/** The process ends without a word when its request with this number has arrived, or has been acted upon. */
export interface KillCase {
	readonly index: number;
	readonly wiki: Fault['wiki'] & ('acts' | 'never-acts');
}

interface KillOutcome {
	readonly lost: readonly string[];
	readonly extra: readonly string[];
}

/** What two runs that nothing disturbs make of the wiki. @throws Error where even that fails */
export async function runWithoutKill(
	world: FaultWorld,
	run: BotRun,
): Promise<{ readonly wiki: WikiContents; readonly requests: number }> {
	await resetWorld(world, run);
	await runUndisturbed(world, run);
	const requests = world.proxy.count();
	await runUndisturbed(world, run);
	return { wiki: await world.read(), requests };
}

/** A run that is killed, one or two undisturbed ones with the same cache file, and what has come of it. */
export async function tryKill(
	world: FaultWorld,
	run: BotRun,
	killCase: KillCase,
	expected: WikiContents,
): Promise<KillOutcome> {
	await resetWorld(world, run);
	const code = await runKilled(world, run, killCase);
	await runUndisturbed(world, run);
	let found = await world.read();
	const notices = diffNotices(expected, found);
	if (findDifferences(expected, found).length > 0) {
		await runUndisturbed(world, run);
		found = await world.read();
	}
	const survived = code === null ? [] : [`the process was not killed but ended with ${code}`];
	return {
		lost: [...survived, ...notices, ...findDifferences(expected, found)],
		extra: findExtraEdits(expected, found),
	};
}

async function resetWorld(world: FaultWorld, { cache, cacheBefore }: BotRun): Promise<void> {
	await world.reset();
	await copyFile(cacheBefore, cache);
}

async function runKilled(
	{ proxy }: FaultWorld,
	{ main, cache }: BotRun,
	killCase: KillCase,
): Promise<number | null> {
	const fault: Fault = { name: 'killed', wiki: killCase.wiki, sender: 'cut' };
	const bot = startBotProcess(main, proxy.apiUrl, cache);
	proxy.arm({
		faultFor: (index) => (index === killCase.index ? fault : null),
		struck: () => {
			bot.kill();
		},
	});
	const { code } = await bot.ended;
	await proxy.settle();
	return code;
}

/** Nothing is wrong with a run after which a person is needed. */
async function runUndisturbed({ proxy }: FaultWorld, { main, cache }: BotRun): Promise<void> {
	proxy.arm({ faultFor: () => null });
	const { code, stderr } = await startBotProcess(main, proxy.apiUrl, cache).ended;
	if (code !== EXIT.done && code !== EXIT.personNeeded)
		throw new Error(`An undisturbed run ended with ${code}: ${stderr}`);
}
