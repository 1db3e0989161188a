import { expect, it } from 'vitest';
import { tryInMemory } from './tryHistory.ts';
import { samples } from '../samples.ts';

const HISTORIES = samples(120);
const STEPS = 45;
const FIRST_SEED = 1;

/** `npm run faults -- histories` tries two thousand, and a hundred on a real wiki. */
it(`of ${HISTORIES} random histories comes what people meant, and nothing else`, async () => {
	const wrong: string[] = [];
	for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
		const tried = await tryInMemory(seed, STEPS);
		if (tried.wrong !== null) wrong.push(`seed ${seed}: ${tried.wrong}\n${tried.steps.join('\n')}`);
	}
	expect(wrong).toEqual([]);
});
