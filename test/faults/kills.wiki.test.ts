import { it } from 'vitest';
import { tryKills } from './cases/tryKills.ts';
import { tryPart } from './tryPart.ts';

it(
	'after a killed process, the next run leaves the wiki as if nothing had happened',
	{ timeout: 300_000 },
	() => tryPart(tryKills, 19),
);
