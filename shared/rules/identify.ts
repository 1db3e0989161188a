import { hasAccount } from '../history/change.ts';
import type { TracedApplication } from '../history/submission.ts';
import type { NamedAccount } from '../wiki/readNames.ts';

/** The accounts with the names in titles that are not the applicants' own; null: there is none of that name. */
export type TitleNames = ReadonlyMap<string, NamedAccount | null>;

/** The name in a subpage's title, where it is not the applicant's. */
export function otherName({ added, inName }: Pick<TracedApplication, 'added' | 'inName'>): string | null {
	return inName === '' || inName === added.user?.name ? null : inName;
}

/**
 * The other account in whose name a subpage was made, or null. After a rename the title has a name of no account, or of one
 * that got it later: whoever did not have the name yet is not meant.
 */
export function inNameOf(application: TracedApplication, names: TitleNames): string | null {
	const name = otherName(application);
	const account = name === null ? null : (names.get(name) ?? null);
	const { user } = application.added;
	if (!user || !account || account.id === user.id) return null;
	const had = account.namedSince === null ? -Infinity : Date.parse(account.namedSince);
	return had > Date.parse(application.added.timestamp) ? null : name;
}

/** Whether the account that made an application applies for itself, for the course on whose page it stands. */
export function isVerified(application: TracedApplication, names: TitleNames): boolean {
	const { user } = application.added;
	return (
		user !== null &&
		hasAccount(user) &&
		application.application.course === application.course &&
		inNameOf(application, names) === null
	);
}
