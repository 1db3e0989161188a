import { it } from 'vitest';
import { trySoak } from './soak/trySoak.ts';
import { tryPart } from './tryPart.ts';

it('many cycles in one process come to the same as a fresh one, and hold no more', { timeout: 300_000 }, () =>
	tryPart(trySoak, 20),
);
