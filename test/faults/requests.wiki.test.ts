import { it } from 'vitest';
import { tryFaults, tryOutages } from './cases/tryFaults.ts';
import { tryPart } from './tryPart.ts';

it(
	'after a fault at any request, the next cycle leaves the wiki as if nothing had been',
	{ timeout: 300_000 },
	() => tryPart(tryFaults, 119),
);

it('so it does after the wiki was out of reach from any request on', { timeout: 300_000 }, () =>
	tryPart(tryOutages, 199),
);
