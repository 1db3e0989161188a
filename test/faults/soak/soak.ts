import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { type Wiki, WikiError } from '../../../shared/wiki/wiki.ts';
import { BOT, type Done } from '../../bot/cycle/startCycleWiki.ts';
import { findDisagreement } from './findDisagreement.ts';

/** A wiki with random actions, and a port to it that sometimes fails. */
interface SoakTarget {
	/** Does one or more actions. */
	readonly act: () => Promise<void>;
	readonly faulty: Wiki;
	/** A port without failures. */
	readonly reliable: Wiki;
}

export interface SoakOutcome {
	/** The number of failed cycles. */
	readonly failed: number;
	/** How the last cycle, which uses the cache of all before, differs from a full one; or null. */
	readonly differs: string | null;
}

/** Runs cycles one after another, each with the cache of the last completed one. */
export async function soak(
	{ act: happen, faulty, reliable: undisturbed }: SoakTarget,
	cycles: number,
): Promise<SoakOutcome> {
	let cache: CycleCache | null = null;
	let failed = 0;
	for (let count = 0; count < cycles; count++) {
		await happen();
		const done: Done | null = await runUnlessDisturbed(cycle(faulty, cache));
		if (done) ({ cache } = done);
		else failed++;
	}
	const last = await cycle(undisturbed, cache);
	const fresh = await cycle(undisturbed, null);
	// Problems of regions are only reported while cached.
	const rewritten = fresh.published
		.filter(({ kind, title }) => kind !== 'unchanged' && title !== `User:${BOT}/Report`)
		.map(({ title }) => `a fresh cycle writes ${title}`);
	return { failed, differs: rewritten[0] ?? findDisagreement(last, fresh) };
}

async function runUnlessDisturbed(done: Promise<Done>): Promise<Done | null> {
	try {
		return await done;
	} catch (error) {
		if (error instanceof WikiError) return null;
		throw error;
	}
}

async function cycle(wiki: Wiki, cache: CycleCache | null): Promise<Done> {
	const result = await runCycle(wiki, { cache, bot: BOT, translate: translateInto });
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result;
}
