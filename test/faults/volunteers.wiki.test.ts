import { it } from 'vitest';
import { tryVolunteers } from './volunteers/tryVolunteers.ts';
import { tryPart } from './tryPart.ts';

it('concurrent applications over a bad network are each saved and listed once', { timeout: 300_000 }, () =>
	tryPart(tryVolunteers, 10),
);
