import { hasAccount } from '../history/change.ts';
import type { TracedApplication } from '../history/submission.ts';
import type { CourseFacts, TitleNames } from './evaluation.ts';

/** The name in a subpage's title, where it is not the applicant's. */
export function findOtherTitleName({
	added,
	titleUserName,
}: Pick<TracedApplication, 'added' | 'titleUserName'>): string | null {
	return titleUserName === '' || titleUserName === added.user?.name ? null : titleUserName;
}

/**
 * The other account in whose name a subpage was made, or null. After a rename the title has a name of no account, or of one
 * that got it later: whoever did not have the name yet is not meant.
 */
export function findOnBehalfOf(application: TracedApplication, names: TitleNames): string | null {
	const name = findOtherTitleName(application);
	const account = name === null ? null : (names.get(name) ?? null);
	const { user } = application.added;
	if (!user || !account || account.id === user.id) return null;
	const namedSince = account.namedSince === null ? -Infinity : Date.parse(account.namedSince);
	return namedSince > Date.parse(application.added.timestamp) ? null : name;
}

/** Whether the account that made an application applies for itself, for the course on whose page it stands. */
export function isVerified(application: TracedApplication, names: TitleNames): boolean {
	const { user } = application.added;
	return (
		user !== null &&
		hasAccount(user) &&
		application.application.course === application.course &&
		findOnBehalfOf(application, names) === null
	);
}

/** Oldest first. */
export function compareByTime(
	a: Pick<TracedApplication, 'added'>,
	b: Pick<TracedApplication, 'added'>,
): number {
	const [first, second] = [a.added, b.added];
	if (first.timestamp === second.timestamp) return first.revid - second.revid;
	return first.timestamp < second.timestamp ? -1 : 1;
}

/** What somebody replied on one of their pages counts for each of their applications: the newer one may be elsewhere. */
export function shareReplies({ applications, titleNames }: CourseFacts): TracedApplication[] {
	const byAccount = new Map<number, TracedApplication[]>();
	for (const application of applications) {
		const id = application.added.user?.id;
		if (id === undefined || !isVerified(application, titleNames)) continue;
		const previous = byAccount.get(id);
		if (previous) previous.push(application);
		else byAccount.set(id, [application]);
	}
	const joined = new Map<TracedApplication, TracedApplication>();
	for (const all of byAccount.values()) {
		if (all.length < 2) continue;
		const replies = all
			.flatMap((application) => application.replies)
			.sort((a, b) => a.change.revid - b.change.revid);
		const uncertainReply = Math.max(...all.map((application) => application.uncertainReplyRevid));
		for (const application of all)
			joined.set(application, { ...application, replies, uncertainReplyRevid: uncertainReply });
	}
	return applications.map((application) => joined.get(application) ?? application);
}

/** The newest withdrawal of each applicant, as a revision: decisions made before it are over. */
export function findWithdrawals({ applications, titleNames }: CourseFacts): ReadonlyMap<number, number> {
	const newest = new Map<number, number>();
	for (const application of applications) {
		const id = application.added.user?.id;
		if (id === undefined || !isVerified(application, titleNames)) continue;
		for (const { reply, change } of application.replies)
			if (reply === 'withdrawn') newest.set(id, Math.max(newest.get(id) ?? 0, change.revid));
	}
	return newest;
}

/**
 * Those that no other one replaces: of an account's the newest that is neither withdrawn nor removed by its applicant, else
 * the newest. What nobody can be said to have made neither replaces nor is replaced.
 *
 * @param facts with the applications oldest first
 */
export function findCurrentApplications(
	{ applications, titleNames }: CourseFacts,
	withdrawals: ReadonlyMap<number, number>,
): ReadonlySet<TracedApplication> {
	const current = new Set<TracedApplication>();
	const newest = new Map<number, TracedApplication>();
	const isOver = ({ added, lastChange, isRemovedByApplicant }: TracedApplication): boolean =>
		isRemovedByApplicant || (withdrawals.get(added.user?.id ?? 0) ?? 0) > lastChange.revid;
	const over = applications.filter(isOver);
	const rest = applications.filter((application) => !isOver(application));
	for (const application of [...over, ...rest]) {
		const id = application.added.user?.id;
		if (id !== undefined && isVerified(application, titleNames)) newest.set(id, application);
		else current.add(application);
	}
	for (const application of newest.values()) current.add(application);
	return current;
}
