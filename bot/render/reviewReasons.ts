import type { AssessedApplication } from '../plan/assessApplications.ts';

/** Why a person has to look at an application. Each has its message, `wikilearn-status-why-…`. */
export type Need =
	'unverified' | 'too-early' | 'changed' | 'removed' | 'late' | 'incomplete' | 'not-met' | 'unknown';

/** What keeps an application from going its way by itself. Once a reviewer has decided, nothing does. */
export function whyNeeded(one: AssessedApplication): readonly Need[] {
	if (one.state === 'unverified' || one.state === 'too-early') return [one.state];
	if (one.state !== 'received' && one.state !== 'incomplete') return [];
	const why: Need[] = [];
	if (one.changedByOthers) why.push('changed');
	if (one.removed) why.push('removed');
	if (one.late) why.push('late');
	if (one.state === 'incomplete') why.push('incomplete');
	if (one.eligibility.verdict === 'not met') why.push('not-met');
	if (one.eligibility.verdict === 'unknown') why.push('unknown');
	return why;
}
