import {
	getWikiAddress,
	listOtherAccounts,
	type Assessment,
	listMissing,
	findOldestCheck,
	getValue,
} from './assessment.ts';
import type { Evidence } from './eligibility.ts';
import type { AttachedAccount, AccountFacts, LocalAccount, Membership } from '../wiki/accountFacts.ts';
import type { LeafRequirement } from '../programme/schema.ts';

type RightsRequirement = Extract<LeafRequirement, { kind: 'rights' }>;

type WikiAddress = ReturnType<typeof getWikiAddress>;

const EXPIRES_SOON_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Requires any of the named groups, on the programme's wiki or on any wiki, or any of the named global groups. One match
 * is enough, even if other facts are unknown. `not met` requires that all relevant facts are known.
 */
export function assessRights(requirement: RightsRequirement, facts: AccountFacts, at: string): Assessment {
	const globalGroups = requirement.globalGroups ?? [];
	const needsGlobal = requirement.where === 'anywhere' || globalGroups.length > 0;
	const otherAccounts = requirement.where === 'anywhere' ? listOtherAccounts(facts) : [];
	const local = getValue(facts.local);
	const memberships = local === null ? [] : findLocalEvidence(local, facts, requirement.groups, at);
	const matching: readonly Evidence[] = [
		...memberships.filter(({ kind }) => kind === 'group'),
		...findOtherEvidence(otherAccounts, requirement.groups),
		...findGlobalEvidence(facts, globalGroups),
	];
	const expired = memberships.filter(({ kind }) => kind === 'expired-group');
	const unknown = [...listMissing(facts, 'local'), ...(needsGlobal ? listMissing(facts, 'global') : [])];
	const checked = findOldestCheck(needsGlobal ? [facts.local, facts.global] : [facts.local]);
	if (matching.length > 0) return { verdict: 'met', evidence: [...matching, ...expired], checkedAt: checked };
	if (unknown.length > 0)
		return { verdict: 'unknown', evidence: [...unknown, ...expired], checkedAt: checked };
	const wikisChecked = 1 + otherAccounts.length;
	return {
		verdict: 'not met',
		evidence: [{ kind: 'no-group', wikisChecked }, ...expired],
		checkedAt: checked,
	};
}

function findLocalEvidence(
	local: LocalAccount,
	facts: AccountFacts,
	groups: readonly string[],
	at: string,
): readonly Evidence[] {
	return local.groups
		.filter(({ group }) => groups.includes(group))
		.map((membership) => toGroupEvidence(membership, getWikiAddress(local, facts), Date.parse(at)));
}

function toGroupEvidence({ group, expires }: Membership, address: WikiAddress, now: number): Evidence {
	if (expires === null) return { kind: 'group', ...address, group, expires, expiresSoon: false };
	const remaining = Date.parse(expires) - now;
	if (remaining <= 0) return { kind: 'expired-group', ...address, group, expires };
	return { kind: 'group', ...address, group, expires, expiresSoon: remaining <= EXPIRES_SOON_MS };
}

function findOtherEvidence(
	otherAccounts: readonly AttachedAccount[],
	groups: readonly string[],
): readonly Evidence[] {
	const found: Evidence[] = [];
	for (const { wiki, url, groups: accountGroups } of otherAccounts) {
		for (const group of accountGroups) {
			if (groups.includes(group))
				found.push({ kind: 'group', wiki, url, group, expires: null, expiresSoon: false });
		}
	}
	return found;
}

function findGlobalEvidence(facts: AccountFacts, groups: readonly string[]): readonly Evidence[] {
	const global = getValue(facts.global);
	if (!global?.exists) return [];
	return global.groups
		.filter((name) => groups.includes(name))
		.map((group) => ({ kind: 'global-group', group }));
}
