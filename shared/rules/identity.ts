import { hasAccount } from '../history/change.ts';
import type { TracedApplication } from '../history/submission.ts';
import type { CourseFacts, TitleNames } from './evaluation.ts';

/** The user name in a subpage's title, if it is not the applicant's. */
export function findOtherTitleName({
	added,
	titleUserName,
}: Pick<TracedApplication, 'added' | 'titleUserName'>): string | null {
	return titleUserName === '' || titleUserName === added.user?.name ? null : titleUserName;
}

/**
 * The name of the other account on whose subpage the application was made, or null. After the applicant was renamed, the
 * old name in the title may belong to nobody, or to an account that took it later: neither counts.
 */
export function findOnBehalfOf(application: TracedApplication, names: TitleNames): string | null {
	const name = findOtherTitleName(application);
	const account = name === null ? null : (names.get(name) ?? null);
	const { user } = application.added;
	if (!user || !account || account.id === user.id) return null;
	const namedSince = account.namedSince === null ? -Infinity : Date.parse(account.namedSince);
	return namedSince > Date.parse(application.added.timestamp) ? null : name;
}

/** Whether the application was made by its applicant's own account, and for the course of its page. */
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

/** Shares an applicant's replies among all their applications, because the newer application may be on another page. */
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

/** The revision of each applicant's newest withdrawal. It ends all earlier decisions. */
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
 * Finds each account's current application: the newest that the applicant neither withdrew nor removed, otherwise the
 * newest. Unverified applications are always current and replace none.
 *
 * @param facts with the applications sorted oldest first
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
