import type { AttachedAccount, Facts, LocalAccount } from '../wiki/facts.ts';
import { valueOf } from './judgement.ts';

/**
 * The accounts on the other wikis. The programme's own wiki is left out where its own API told about it: that answer is
 * fresher and says more (expiry of groups, extent of a block) than CentralAuth's. If it told nothing, we do not know
 * which of the attached wikis it is, and all are returned.
 */
export function accountsElsewhere(facts: Facts): readonly AttachedAccount[] {
	const global = valueOf(facts.global);
	if (!global?.exists) return [];
	const own = valueOf(facts.local)?.wiki;
	return global.wikis.filter((account) => account.wiki !== own);
}

/** The programme's own wiki, with its address if CentralAuth told it. */
export function placeOf(local: LocalAccount, facts: Facts): { readonly wiki: string; readonly url?: string } {
	const global = valueOf(facts.global);
	const attached = global?.exists ? global.wikis.find(({ wiki }) => wiki === local.wiki) : undefined;
	return attached === undefined ? { wiki: local.wiki } : { wiki: local.wiki, url: attached.url };
}
