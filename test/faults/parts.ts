import { tryAttacks } from './attacks/tryAttacks.ts';
import { tryFaults, tryFirstCycle, tryOutages } from './cases/tryFaults.ts';
import { tryKills } from './cases/tryKills.ts';
import { tryTwoBots } from './cases/tryTwoBots.ts';
import { tryForm } from './gadget/tryForm.ts';
import { tryHistories } from './histories/tryHistories.ts';
import { tryHostile } from './hostile/tryHostile.ts';
import { tryProgramme } from './programme/tryProgramme.ts';
import { trySoak } from './soak/trySoak.ts';
import { tryProperties } from './properties/tryProperties.ts';
import { tryVolunteers } from './volunteers/tryVolunteers.ts';
import type { FaultPart } from './part.ts';

/** All that is tried, in order, by the name under which it can be tried alone. */
export const PARTS: Readonly<Record<string, FaultPart>> = {
	// First: it counts the work of functions that did not run before.
	hostile: tryHostile,
	requests: tryFaults,
	'first-cycle': tryFirstCycle,
	outages: tryOutages,
	kills: tryKills,
	'two-bots': tryTwoBots,
	volunteers: tryVolunteers,
	soak: trySoak,
	programme: tryProgramme,
	form: tryForm,
	attacks: tryAttacks,
	histories: tryHistories,
	properties: tryProperties,
};
