import type { Evidence, Verdict } from './eligibility.ts';
import type { AccountFacts, AttachedAccount, Fact, LocalAccount } from '../wiki/accountFacts.ts';

/** The assessment of one requirement, without the requirement's id. */
export interface Assessment {
	readonly verdict: Verdict;
	readonly evidence: readonly Evidence[];
	readonly checkedAt: string | null;
}

/** The value of a known fact, or null. */
export function getValue<T>(fact: Fact<T>): T | null {
	return fact.known ? fact.value : null;
}

/** Evidence that a fact is missing; empty if it is known. */
export function listMissing(facts: AccountFacts, what: 'local' | 'global'): readonly Evidence[] {
	const fact = facts[what];
	return fact.known ? [] : [{ kind: 'missing', what, reason: fact.reason }];
}

/** Whether an ISO 8601 instant is before another. Compares text first: most instants are from the same look-up. */
export function isBefore(instant: string, other: string): boolean {
	return instant !== other && Date.parse(instant) < Date.parse(other);
}

/** When the oldest of the known facts was read; null if none is known. */
export function findOldestCheck(facts: readonly Fact<unknown>[]): string | null {
	let oldest: string | null = null;
	for (const fact of facts) {
		if (fact.known && (oldest === null || isBefore(fact.at, oldest))) oldest = fact.at;
	}
	return oldest;
}

/**
 * The accounts on other wikis. Excludes the programme's own wiki if its own API responded, because that response is newer
 * and more detailed (expiry of groups, extent of a block) than CentralAuth's. Without it we cannot tell which attached
 * wiki is the programme's, so this returns all.
 */
export function listOtherAccounts(facts: AccountFacts): readonly AttachedAccount[] {
	const global = getValue(facts.global);
	if (!global?.exists) return [];
	const ownWiki = getValue(facts.local)?.wiki;
	return global.wikis.filter((account) => account.wiki !== ownWiki);
}

/** The programme's own wiki, with its address if CentralAuth reports it. */
export function getWikiAddress(
	local: LocalAccount,
	facts: AccountFacts,
): { readonly wiki: string; readonly url?: string } {
	const global = getValue(facts.global);
	const attached = global?.exists ? global.wikis.find(({ wiki }) => wiki === local.wiki) : undefined;
	return attached === undefined ? { wiki: local.wiki } : { wiki: local.wiki, url: attached.url };
}
