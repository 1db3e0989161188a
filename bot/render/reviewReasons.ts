import type { AssessedApplication } from '../plan/assessApplications.ts';

/** Why a reviewer has to look at an application. Each has a message `wikilearn-status-why-…`. */
type ReviewReason =
	'unverified' | 'too-early' | 'changed' | 'removed' | 'late' | 'incomplete' | 'not-met' | 'unknown';

/** What needs a reviewer in an application; empty once a reviewer has decided. */
export function reviewReasons(application: AssessedApplication): readonly ReviewReason[] {
	if (application.state === 'unverified' || application.state === 'too-early') return [application.state];
	if (application.state !== 'received' && application.state !== 'incomplete') return [];
	const reasons: ReviewReason[] = [];
	if (application.changedByOthers) reasons.push('changed');
	if (application.removed) reasons.push('removed');
	if (application.isLate) reasons.push('late');
	if (application.state === 'incomplete') reasons.push('incomplete');
	if (application.eligibility.verdict === 'not met') reasons.push('not-met');
	if (application.eligibility.verdict === 'unknown') reasons.push('unknown');
	return reasons;
}
