import type { AssessedApplication } from '../assess/assessApplications.ts';

/** The revision of the edit that last changed an application's state: the newest of those that its state rests on. */
export function lastChange(one: AssessedApplication): number {
	const decided = one.decisions.map(({ change }) => change);
	const replied = one.replies.map(({ change }) => change);
	const changes = [one.added, one.answered, one.changedByOthers, one.removed, ...decided, ...replied];
	return Math.max(...changes.map((change) => change?.revid ?? 0));
}
