import { expect, it } from 'vitest';
import { tryDrafts, tryProgrammes } from './tryProgramme.ts';

const SEED = 20210118;
const PAGES = 80;

it(`${PAGES} changed programme pages: accepted and working, or refused with the place (seed ${SEED})`, async () => {
	const { lost, detail } = await tryProgrammes(SEED, PAGES);
	expect(lost, detail).toBe(0);
	// Both kinds must occur, or the test is empty.
	expect(detail).toMatch(/^[1-9]\d+ accepted, [1-9]\d+ refused/);
});

it(`${PAGES} changed drafts: accepted and complete with ids, or refused with the place (seed ${SEED})`, () => {
	const { lost, detail } = tryDrafts(SEED, PAGES);
	expect(lost, detail).toBe(0);
	expect(detail).toMatch(/^[1-9]\d+ accepted, [1-9]\d+ refused/);
});
