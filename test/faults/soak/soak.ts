import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { BOT, type Done } from '../../bot/cycle/startCycleWiki.ts';
import { disagreement } from './disagreement.ts';

/** A wiki on which things happen, and a way to it that fails now and then. */
export interface Soaked {
	/** Something happens, or a few things. */
	readonly happen: () => Promise<void>;
	readonly faulty: Wiki;
	/** Nothing fails on this one. */
	readonly undisturbed: Wiki;
}

export interface SoakOutcome {
	/** Cycles that could not go on. */
	readonly failed: number;
	/** In what the last cycle, which builds upon all before, does not come to the same as a fresh one; or null. */
	readonly differs: string | null;
}

/** So many cycles one after the other, each with what the last that ended handed on. */
export async function soak({ happen, faulty, undisturbed }: Soaked, cycles: number): Promise<SoakOutcome> {
	let bookmark: CycleCache | null = null;
	let failed = 0;
	for (let count = 0; count < cycles; count++) {
		await happen();
		const done: Done | null = await unlessDisturbed(cycle(faulty, bookmark));
		if (done) ({ bookmark } = done);
		else failed++;
	}
	const last = await cycle(undisturbed, bookmark);
	const fresh = await cycle(undisturbed, null);
	// What happened to regions is told in the report only while it is remembered.
	const rewritten = fresh.published
		.filter(({ kind, title }) => kind !== 'unchanged' && title !== `User:${BOT}/Report`)
		.map(({ title }) => `a fresh cycle writes ${title}`);
	return { failed, differs: rewritten[0] ?? disagreement(last, fresh) };
}

async function unlessDisturbed(done: Promise<Done>): Promise<Done | null> {
	try {
		return await done;
	} catch (error) {
		if (error instanceof WikiError) return null;
		throw error;
	}
}

async function cycle(wiki: Wiki, bookmark: CycleCache | null): Promise<Done> {
	const result = await runCycle(wiki, { bookmark, bot: BOT, translate: translateInto });
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result;
}
