import { it } from 'vitest';
import { tryKills } from './cases/tryKills.ts';
import { tryPart } from './tryPart.ts';

it('so does the next run after a process that was killed', { timeout: 300_000 }, () => tryPart(tryKills, 19));
