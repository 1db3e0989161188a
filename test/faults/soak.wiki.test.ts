import { it } from 'vitest';
import { trySoak } from './soak/trySoak.ts';
import { tryPart } from './tryPart.ts';

it('many cycles in one process agree with a fresh one and leak nothing', { timeout: 300_000 }, () =>
	tryPart(trySoak, 20),
);
