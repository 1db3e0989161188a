import { listOtherAccounts, type Assessment, listMissing, findOldestCheck, getValue } from './assessment.ts';
import type { Evidence } from './eligibility.ts';
import type { AccountFacts } from '../wiki/accountFacts.ts';
import type { LeafRequirement } from '../programme/schema.ts';

type AgeRequirement = Extract<LeafRequirement, { kind: 'age' }>;

/** When and on which wiki an account was registered (null: the global account). */
interface Registration {
	readonly wiki: string | null;
	readonly registered: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Requires that the account was registered at least `days` days before the application. Anywhere: the oldest of the
 * person's accounts counts, because wiki accounts from before single login are older than the global one.
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
		// MediaWiki's timestamps sort as text.
		if (registered !== null && (first === null || registered < first))
			[first, firstWiki] = [registered, wiki];
	}
	if (first === null) return null;
	const days = Math.max(0, Math.floor((Date.parse(submittedAt) - Date.parse(first)) / DAY_MS));
	return { kind: 'age', wiki: firstWiki, registered: first, days, min };
}

/** Accounts without a recorded registration are mostly the oldest ones, so they must not count as young. */
function findUnrecorded(registrations: readonly Registration[]): readonly Evidence[] {
	const wikis = registrations
		.filter(({ registered }) => registered === null)
		.map(({ wiki }) => wiki ?? 'global');
	return wikis.length === 0 ? [] : [{ kind: 'missing', what: 'registration', reason: wikis.join(', ') }];
}
