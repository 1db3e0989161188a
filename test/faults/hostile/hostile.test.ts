import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import { tryGenerated, tryLong } from './tryHostile.ts';
import { WorkCounter } from './workCounter.ts';

const SEED = 20210201;
const GENERATED = 300;
const LENGTH = 5_000;
const ONE_IN = 24;

describe('hostile pages: no crash, no hang, no effect on other applicants', () => {
	let counter: WorkCounter;
	beforeAll(() => {
		counter = new WorkCounter();
	});
	afterAll(() => {
		counter.stop();
	});

	it(`${GENERATED} generated ones (seed ${SEED})`, { timeout: 120_000 }, async () => {
		const { lost, detail } = await tryGenerated(SEED, GENERATED, counter);
		expect(lost, detail).toBe(0);
	});

	it(`long ones, of one thing over and over (${LENGTH} characters)`, { timeout: 120_000 }, async () => {
		const { lost, detail, times } = await tryLong(LENGTH, ONE_IN, counter);
		expect(times).toBeGreaterThan(25);
		expect(lost, detail).toBe(0);
	});

	it('detects work that grows quadratically with page size', () => {
		const read = (count: number): number => {
			const text = '[[a|b]] {{a|b=c}}\n'.repeat(count);
			counter.take();
			// Simulates quadratic work: each line rescans everything before it.
			for (let lines = 1; lines <= count; lines++) scanWikitext(text.slice(0, lines * 18));
			return counter.take();
		};
		expect(read(200)).toBeGreaterThan(3 * read(100));
	});
});
