import type { TracedApplication } from './submission.ts';

/**
 * Those of some applications that no other one replaces: of an account's for one course the newest that was not
 * withdrawn, else the newest. What nobody can be said to have made neither replaces nor is replaced.
 *
 * @param isVerified whether the account that made it is the applicant
 */
export function liveOnes<T extends TracedApplication>(
	applications: readonly T[],
	isVerified: (one: T) => boolean,
): ReadonlySet<T> {
	const newest = new Map<string, T>();
	const inOrder = applications
		.filter(isVerified)
		.sort((a, b) => Number(b.withdrawn) - Number(a.withdrawn) || byTime(a, b));
	for (const one of inOrder) newest.set(`${one.course} ${String(one.added.user?.id)}`, one);
	return new Set([...Array.from(newest.values()), ...applications.filter((one) => !isVerified(one))]);
}

/** Oldest first. */
export function byTime(a: TracedApplication, b: TracedApplication): number {
	const [first, second] = [a.added, b.added];
	if (first.timestamp === second.timestamp) return first.revid - second.revid;
	return first.timestamp < second.timestamp ? -1 : 1;
}
