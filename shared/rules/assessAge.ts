import { listOtherAccounts, type Assessment, listMissing, findOldestCheck, getValue } from './assessment.ts';
import type { Evidence } from './eligibility.ts';
import type { AccountFacts } from '../wiki/accountFacts.ts';
import type { LeafRequirement } from '../programme/schema.ts';

type AgeRequirement = Extract<LeafRequirement, { kind: 'age' }>;

/** When an account was registered, and on which wiki (null: the global account). */
interface Registration {
	readonly wiki: string | null;
	readonly registered: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Registered at least `days` days before the application was made. Anywhere: the oldest of the person's accounts counts,
 * as people from before the single login have wiki accounts that are older than their global one.
 */
export function assessAge(requirement: AgeRequirement, facts: AccountFacts, submittedAt: string): Assessment {
	const isAnywhere = requirement.where === 'anywhere';
	const registrations = listRegistrations(facts, isAnywhere);
	const earliest = findEarliest(registrations, requirement.days, submittedAt);
	const checked = findOldestCheck(isAnywhere ? [facts.local, facts.global] : [facts.local]);
	if (earliest !== null && earliest.days >= requirement.days)
		return { verdict: 'met', evidence: [earliest], checkedAt: checked };
	const unknown = [
		...listMissing(facts, 'local'),
		...(isAnywhere ? listMissing(facts, 'global') : []),
		...findUnrecorded(registrations),
	];
	const evidence = earliest === null ? unknown : [earliest, ...unknown];
	return { verdict: unknown.length > 0 ? 'unknown' : 'not met', evidence, checkedAt: checked };
}

function listRegistrations(facts: AccountFacts, isAnywhere: boolean): readonly Registration[] {
	const local = getValue(facts.local);
	const localAccounts = local === null ? [] : [local];
	const global = isAnywhere ? getValue(facts.global) : null;
	if (!global?.exists) return localAccounts;
	return [...localAccounts, { wiki: null, registered: global.registered }, ...listOtherAccounts(facts)];
}

function findEarliest(
	registrations: readonly Registration[],
	min: number,
	submittedAt: string,
): Extract<Evidence, { kind: 'age' }> | null {
	let [first, firstWiki]: [string | null, string | null] = [null, null];
	for (const { wiki, registered } of registrations) {
		// The wikis' timestamps are in order as text.
		if (registered !== null && (first === null || registered < first))
			[first, firstWiki] = [registered, wiki];
	}
	if (first === null) return null;
	const days = Math.max(0, Math.floor((Date.parse(submittedAt) - Date.parse(first)) / DAY_MS));
	return { kind: 'age', wiki: firstWiki, registered: first, days, min };
}

/** Accounts whose registration the wiki never recorded are mostly the oldest: they must not count as young. */
function findUnrecorded(registrations: readonly Registration[]): readonly Evidence[] {
	const wikis = registrations
		.filter(({ registered }) => registered === null)
		.map(({ wiki }) => wiki ?? 'global');
	return wikis.length === 0 ? [] : [{ kind: 'missing', what: 'registration', reason: wikis.join(', ') }];
}
