import { it } from 'vitest';
import { tryFaults, tryOutages } from './cases/tryFaults.ts';
import { tryPart } from './tryPart.ts';

it(
	'after a fault at any request, the next cycle leaves the wiki as if nothing had happened',
	{ timeout: 300_000 },
	() => tryPart(tryFaults, 119),
);

it(
	'after an outage from any request on, the next cycle leaves the wiki as if nothing had happened',
	{ timeout: 300_000 },
	() => tryPart(tryOutages, 199),
);
