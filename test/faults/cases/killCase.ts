import { copyFile } from 'node:fs/promises';
import { EXIT } from '../../../bot/commands/exit.ts';
import type { Fault } from '../proxy/fault.ts';
import type { FaultWorld } from '../world/faultWorld.ts';
import { extraEdits } from '../world/extraEdits.ts';
import type { WholeWiki } from '../world/readWiki.ts';
import { noticesApart } from '../world/noticesIn.ts';
import { whatDiffers } from '../world/whatDiffers.ts';
import { startBotProcess } from './botProcess.ts';

/** What a run of the built bot needs besides a wiki. */
export interface Run {
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

export interface KillOutcome {
	readonly lost: readonly string[];
	readonly extra: readonly string[];
}

/** What two runs that nothing disturbs make of the wiki. @throws Error where even that fails */
export async function withoutKill(
	world: FaultWorld,
	run: Run,
): Promise<{ readonly wiki: WholeWiki; readonly requests: number }> {
	await begin(world, run);
	await undisturbed(world, run);
	const requests = world.proxy.count();
	await undisturbed(world, run);
	return { wiki: await world.read(), requests };
}

/** A run that is killed, one or two undisturbed ones with the same cache file, and what has come of it. */
export async function tryKill(
	world: FaultWorld,
	run: Run,
	one: KillCase,
	wanted: WholeWiki,
): Promise<KillOutcome> {
	await begin(world, run);
	const code = await killed(world, run, one);
	await undisturbed(world, run);
	let found = await world.read();
	const notices = noticesApart(wanted, found);
	if (whatDiffers(wanted, found).length > 0) {
		await undisturbed(world, run);
		found = await world.read();
	}
	const survived = code === null ? [] : [`the process was not killed but ended with ${code}`];
	return { lost: [...survived, ...notices, ...whatDiffers(wanted, found)], extra: extraEdits(wanted, found) };
}

async function begin(world: FaultWorld, { cache, cacheBefore }: Run): Promise<void> {
	await world.reset();
	await copyFile(cacheBefore, cache);
}

async function killed({ proxy }: FaultWorld, { main, cache }: Run, one: KillCase): Promise<number | null> {
	const fault: Fault = { name: 'killed', wiki: one.wiki, sender: 'cut' };
	const bot = startBotProcess(main, proxy.apiUrl, cache);
	proxy.arm({
		faultFor: (index) => (index === one.index ? fault : null),
		struck: () => {
			bot.kill();
		},
	});
	const { code } = await bot.ended;
	await proxy.settle();
	return code;
}

/** Nothing is wrong with a run after which a person is needed. */
async function undisturbed({ proxy }: FaultWorld, { main, cache }: Run): Promise<void> {
	proxy.arm({ faultFor: () => null });
	const { code, stderr } = await startBotProcess(main, proxy.apiUrl, cache).ended;
	if (code !== EXIT.done && code !== EXIT.personNeeded)
		throw new Error(`An undisturbed run ended with ${code}: ${stderr}`);
}
