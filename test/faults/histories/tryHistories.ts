import { startRealHistoryWorld } from '../../histories/realHistories.ts';
import { tryInMemory, type TriedHistory } from '../../histories/tryHistory.ts';
import type { FaultOptions, FaultRow } from '../part.ts';

const IN_MEMORY = 2_000;
const ON_WIKI = 100;
const STEPS = { inMemory: 45, onWiki: 30 };
/** Parallel real wikis: one per core. */
const WIKIS = 2;

/** Random histories of all users: no unintended outcomes, and no lost data. */
export async function tryHistories({ seed, every, print }: FaultOptions): Promise<readonly FaultRow[]> {
	const inMemory: TriedHistory[] = [];
	for (let count = 0; count < Math.ceil(IN_MEMORY / every); count++)
		inMemory.push(await tryInMemory(seed * 100_000 + count, STEPS.inMemory));
	const all = Array.from(
		{ length: Math.ceil(ON_WIKI / every) },
		(_, count) => seed * 100_000 + 50_000 + count,
	);
	const onWikis = await Promise.all(
		Array.from({ length: Math.min(WIKIS, all.length) }, async (_, wiki) =>
			playHistories(all.filter((__, index) => index % WIKIS === wiki)),
		),
	);
	return [
		createRow('random histories of everybody', inMemory, print),
		createRow('the same on a real wiki', onWikis.flat(), print),
	];
}

async function playHistories(seeds: readonly number[]): Promise<readonly TriedHistory[]> {
	const wiki = await startRealHistoryWorld();
	const tried: TriedHistory[] = [];
	try {
		for (const seed of seeds) tried.push(await wiki.play(seed, STEPS.onWiki));
	} finally {
		await wiki.stop();
	}
	return tried;
}

function createRow(
	tried: string,
	histories: readonly TriedHistory[],
	print: FaultOptions['print'],
): FaultRow {
	const wrong = histories.filter((history) => history.wrong !== null);
	for (const { seed, steps, wrong: problem } of wrong)
		print(`LOST: seed ${seed}: ${problem ?? ''}\n${steps.join('\n')}`);
	const sum = (of: (history: TriedHistory) => number) =>
		histories.reduce((total, history) => total + of(history), 0);
	const detail = `${sum(({ cycles }) => cycles)} cycles, ${sum(({ notices }) => notices)} notices`;
	const first = wrong[0];
	return {
		name: tried,
		times: histories.length,
		lost: wrong.length,
		detail: first ? `seed ${first.seed}: ${(first.wrong ?? '').split('\n')[0] ?? ''}` : detail,
	};
}
