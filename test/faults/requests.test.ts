import { it } from 'vitest';
import { tryFaults } from './cases/tryFaults.ts';
import { tryPart } from './tryPart.ts';

it(
	'after any fault at any request, the next cycle leaves the wiki as if nothing had been',
	{ timeout: 300_000 },
	() => tryPart(tryFaults, 149),
);
