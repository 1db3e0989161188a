import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FormTrial, pickRandom, tryCases } from './tryForm.ts';

const SEED = 20201218;
const CASES = 4;

describe('the form with each request failing in each way', () => {
	let trial: FormTrial;
	beforeAll(async () => {
		trial = await FormTrial.start();
	});
	afterAll(() => trial.stop());

	it(
		`${CASES} of all: text kept, a way on, one page in the end (seed ${SEED})`,
		{ timeout: 300_000 },
		async () => {
			const all = await trial.cases();
			expect(new Set(all.map(({ label }) => label)).size).toBeGreaterThan(6);
			const { lost, detail } = await tryCases(trial, pickRandom(all, SEED, CASES));
			expect(lost, detail).toBe(0);
		},
	);
});
