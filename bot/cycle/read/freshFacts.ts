import type { Known } from '../../../shared/wiki/facts.ts';
import type { KnownAccounts } from '../../plan/accountFacts.ts';
import type { Affected } from './affected.ts';

export const NOTHING_KNOWN: KnownAccounts = { local: new Map(), global: new Map(), names: new Map() };

/** Facts are asked again after a day, whatever else was read. */
const GOOD_MS = 24 * 60 * 60 * 1000;

/**
 * What may be believed of the last cycle's facts: not those older than a day, nor of accounts whose rights, blocks or
 * names changed since; nor local ones of accounts that edited, which have another number of edits now.
 *
 * @param now ISO 8601, the wiki's clock
 */
export function stillGood(known: KnownAccounts, affected: Affected, now: string): KnownAccounts {
	const { accounts, editors } = affected;
	return {
		local: new Map(
			[...known.local].filter(
				([, { name, fact }]) => !accounts.has(name) && !editors.has(name) && isFresh(fact, now),
			),
		),
		global: new Map([...known.global].filter(([name, fact]) => !accounts.has(name) && isFresh(fact, now))),
		names: new Map([...known.names].filter(([name]) => !accounts.has(name))),
	};
}

function isFresh(fact: Known<unknown>, now: string): boolean {
	return fact.known && Date.parse(now) - Date.parse(fact.at) < GOOD_MS;
}
