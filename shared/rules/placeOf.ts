import type { Facts, LocalAccount } from './facts.ts';
import { valueOf } from './judgement.ts';

/** The programme's own wiki, with its address if CentralAuth told it. */
export function placeOf(local: LocalAccount, facts: Facts): { readonly wiki: string; readonly url?: string } {
	const global = valueOf(facts.global);
	const attached = global?.exists ? global.wikis.find(({ wiki }) => wiki === local.wiki) : undefined;
	return attached === undefined ? { wiki: local.wiki } : { wiki: local.wiki, url: attached.url };
}
