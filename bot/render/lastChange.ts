import type { AssessedApplication } from '../assess/assessApplications.ts';

/** The revision of the edit that last changed an application's state: the newest of those that its state rests on. */
export function lastChange(one: AssessedApplication): number {
	const replied = one.replies.map(({ change }) => change);
	const changes = [one.added, one.answered, one.changedByOthers, one.removed, ...replied];
	return Math.max(one.announced?.revid ?? 0, ...changes.map((change) => change?.revid ?? 0));
}
