import { it } from 'vitest';
import { tryTwoBots } from './cases/tryTwoBots.ts';
import { tryPart } from './tryPart.ts';

it('two bots at once come to the same as one', { timeout: 300_000 }, () => tryPart(tryTwoBots, 34));
