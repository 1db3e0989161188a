import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { type Wiki, WikiError } from '../../../shared/wiki/wiki.ts';
import { BOT, type Done } from '../../bot/cycle/startCycleWiki.ts';
import { findDisagreement } from './findDisagreement.ts';

/** A wiki on which things happen, and a way to it that fails now and then. */
interface SoakTarget {
	/** Something happens, or a few things. */
	readonly act: () => Promise<void>;
	readonly faulty: Wiki;
	/** Nothing fails on this one. */
	readonly reliable: Wiki;
}

export interface SoakOutcome {
	/** Cycles that could not go on. */
	readonly failed: number;
	/** In what the last cycle, which builds upon all before, does not come to the same as a fresh one; or null. */
	readonly differs: string | null;
}

/** So many cycles one after the other, each with what the last that ended handed on. */
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
	// What happened to regions is told in the report only while it is remembered.
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
