import type { Evidence, Verdict } from './eligibility.ts';
import type { AccountFacts, AttachedAccount, Fact, LocalAccount } from '../wiki/accountFacts.ts';

/** What the assessment of one requirement comes to, before it is filed under the requirement's id. */
export interface Assessment {
	readonly verdict: Verdict;
	readonly evidence: readonly Evidence[];
	readonly checkedAt: string | null;
}

/** The value of a known fact, or null. */
export function getValue<T>(fact: Fact<T>): T | null {
	return fact.known ? fact.value : null;
}

/** The evidence that a fact is missing, none if it is known. */
export function listMissing(facts: AccountFacts, what: 'local' | 'global'): readonly Evidence[] {
	const fact = facts[what];
	return fact.known ? [] : [{ kind: 'missing', what, reason: fact.reason }];
}

/** Whether an instant (ISO 8601) is before another one. Most are the same: those of one look-up. */
export function isBefore(instant: string, other: string): boolean {
	return instant !== other && Date.parse(instant) < Date.parse(other);
}

/** When the oldest of the known facts was asked; null if none is known. */
export function findOldestCheck(facts: readonly Fact<unknown>[]): string | null {
	let oldest: string | null = null;
	for (const fact of facts) {
		if (fact.known && (oldest === null || isBefore(fact.at, oldest))) oldest = fact.at;
	}
	return oldest;
}

/**
 * The accounts on the other wikis. The programme's own wiki is left out where its own API told about it: that answer is
 * fresher and says more (expiry of groups, extent of a block) than CentralAuth's. If it told nothing, we do not know
 * which of the attached wikis it is, and all are returned.
 */
export function listOtherAccounts(facts: AccountFacts): readonly AttachedAccount[] {
	const global = getValue(facts.global);
	if (!global?.exists) return [];
	const ownWiki = getValue(facts.local)?.wiki;
	return global.wikis.filter((account) => account.wiki !== ownWiki);
}

/** The programme's own wiki, with its address if CentralAuth told it. */
export function getWikiAddress(
	local: LocalAccount,
	facts: AccountFacts,
): { readonly wiki: string; readonly url?: string } {
	const global = getValue(facts.global);
	const attached = global?.exists ? global.wikis.find(({ wiki }) => wiki === local.wiki) : undefined;
	return attached === undefined ? { wiki: local.wiki } : { wiki: local.wiki, url: attached.url };
}
