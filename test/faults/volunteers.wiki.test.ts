import { it } from 'vitest';
import { tryVolunteers } from './volunteers/tryVolunteers.ts';
import { tryPart } from './tryPart.ts';

it('all who apply at once over a bad network are there, and listed, once', { timeout: 300_000 }, () =>
	tryPart(tryVolunteers, 10),
);
