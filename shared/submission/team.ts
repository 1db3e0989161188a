import type { Change } from './change.ts';

/** Who may do more to a submission than its applicant, by user name, as the programme page has it. */
export interface Team {
	readonly reviewers: readonly string[];
	readonly bot: string;
}

/**
 * Whether the wiki says that a reviewer made a change. A name counts only with an account behind it: an imported
 * revision can carry any name, with the user id 0. A reviewer who was renamed is one again once the programme page
 * has the new name.
 */
export function isReviewer({ user }: Change, { reviewers }: Team): boolean {
	return user !== null && user.id !== 0 && reviewers.some((name) => asWritten(name) === user.name);
}

export function isTeam(change: Change, team: Team): boolean {
	return isReviewer(change, { ...team, reviewers: [...team.reviewers, team.bot] });
}

/** A user name as the wiki writes it: blanks for underscores, the first letter upper case. */
export function asWritten(name: string): string {
	const plain = name.replace(/_/g, ' ').trim();
	return plain.charAt(0).toUpperCase() + plain.slice(1);
}
