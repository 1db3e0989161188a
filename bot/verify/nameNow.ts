import { hasAccount } from '../../shared/submission/hasAccount.ts';
import type { TracedApplication } from '../../shared/submission/submission.ts';
import type { AccountFact } from '../../shared/wiki/readAccounts.ts';

/** An applicant's name now, or null without an account. A look-up that failed knows none; then the revision's has to do. */
export function nameNow(
	{ added }: Pick<TracedApplication, 'added'>,
	local: ReadonlyMap<number, AccountFact>,
): string | null {
	if (!added.user || !hasAccount(added.user)) return null;
	const name = local.get(added.user.id)?.name ?? '';
	return name === '' ? added.user.name : name;
}

/** The name in a subpage's title, where it is not the applicant's. */
export function otherName(
	one: Pick<TracedApplication, 'added' | 'inName'>,
	local: ReadonlyMap<number, AccountFact>,
): string | null {
	return one.inName === '' || one.inName === nameNow(one, local) ? null : one.inName;
}
