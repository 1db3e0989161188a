import { expect } from 'vitest';
import type { FaultPart } from './part.ts';
import { formatRows } from './formatRows.ts';

/** Fixed for the tests; `npm run faults -- --seed N` sets another. */
const SEED = 1;

/** Tries a share of the cases of one part; `npm run faults` tries all. */
export async function tryPart(part: FaultPart, every: number): Promise<void> {
	const lines: string[] = [];
	const rows = await part({ seed: SEED, every, print: (line) => lines.push(line) });
	console.log(`seed ${SEED}, every ${every}\n${formatRows(rows)}`);
	expect(lines.filter((line) => line.startsWith('LOST'))).toEqual([]);
	expect(rows.filter(({ lost }) => lost > 0)).toEqual([]);
	expect(rows.filter(({ times }) => times === 0)).toEqual([]);
}
