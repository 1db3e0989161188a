import { copyFile } from 'node:fs/promises';
import { EXIT } from '../../../bot/commands/exit.ts';
import type { Fault } from '../proxy/fault.ts';
import type { FaultWorld } from '../world/faultWorld.ts';
import { findExtraEdits } from '../world/findExtraEdits.ts';
import type { WikiContents } from '../world/readWiki.ts';
import { diffNotices } from '../world/findNotices.ts';
import { findDifferences } from '../world/findDifferences.ts';
import { startBotProcess } from './botProcess.ts';

/** What a run of the built bot needs, besides a wiki. */
interface BotRun {
	/** `main.js`. */
	readonly main: string;
	/** The bot's cache file, and a copy from before the trial. */
	readonly cache: string;
	readonly cacheBefore: string;
}

/** The process is killed when its request with this number has arrived, or has been processed. */
export interface KillCase {
	readonly index: number;
	readonly wiki: Fault['wiki'] & ('acts' | 'never-acts');
}

interface KillOutcome {
	readonly lost: readonly string[];
	readonly extra: readonly string[];
}

/** The wiki after two undisturbed runs. @throws Error if even these fail */
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

/** Runs the bot and kills it, then once or twice undisturbed with the same cache file, and compares the result. */
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

/** The exit code `personNeeded` is not a failure. */
async function runUndisturbed({ proxy }: FaultWorld, { main, cache }: BotRun): Promise<void> {
	proxy.arm({ faultFor: () => null });
	const { code, stderr } = await startBotProcess(main, proxy.apiUrl, cache).ended;
	if (code !== EXIT.done && code !== EXIT.personNeeded)
		throw new Error(`An undisturbed run ended with ${code}: ${stderr}`);
}
