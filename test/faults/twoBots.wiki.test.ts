import { it } from 'vitest';
import { tryTwoBots } from './cases/tryTwoBots.ts';
import { tryPart } from './tryPart.ts';

it('two concurrent bots have the same outcome as one', { timeout: 300_000 }, () => tryPart(tryTwoBots, 34));
