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

/** All parts, in order, by the name that selects a single one. */
export const PARTS: Readonly<Record<string, FaultPart>> = {
	// First: its work counter misses functions that ran before.
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
