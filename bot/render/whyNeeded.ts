import type { AssessedApplication } from '../assess/assessApplications.ts';

/** Why a person has to look at an application. Each has its message, `wikilearn-status-why-…`. */
export const needs = [
	'unverified',
	'changed',
	'removed',
	'late',
	'incomplete',
	'not-met',
	'unknown',
] as const;
export type Need = (typeof needs)[number];

/** What keeps an application from going its way by itself. Once a reviewer has decided, nothing does. */
export function whyNeeded(one: AssessedApplication): readonly Need[] {
	const undecided = one.state === 'received' || one.state === 'incomplete';
	const holds: Readonly<Record<Need, boolean>> = {
		unverified: one.state === 'unverified',
		changed: undecided && one.changedByOthers !== null,
		removed: undecided && one.removed !== null,
		late: undecided && one.late,
		incomplete: one.state === 'incomplete',
		'not-met': undecided && one.eligibility.verdict === 'not met',
		unknown: undecided && one.eligibility.verdict === 'unknown',
	};
	return needs.filter((need) => holds[need]);
}
