import { accountsElsewhere } from './accountsElsewhere.ts';
import type { Evidence } from './eligibility.ts';
import type { Facts } from '../wiki/facts.ts';
import type { Judgement } from './judgement.ts';
import { missing, oldest, valueOf } from './judgement.ts';
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
export function assessAge(requirement: AgeRequirement, facts: Facts, submitted: string): Judgement {
	const anywhere = requirement.where === 'anywhere';
	const registrations = registrationsOf(facts, anywhere);
	const found = earliest(registrations, requirement.days, submitted);
	const checked = oldest(anywhere ? [facts.local, facts.global] : [facts.local]);
	if (found !== null && found.days >= requirement.days) return { verdict: 'met', evidence: [found], checked };
	const unknown = [
		...missing(facts, 'local'),
		...(anywhere ? missing(facts, 'global') : []),
		...unrecorded(registrations),
	];
	const evidence = found === null ? unknown : [found, ...unknown];
	return { verdict: unknown.length > 0 ? 'unknown' : 'not met', evidence, checked };
}

function registrationsOf(facts: Facts, anywhere: boolean): readonly Registration[] {
	const local = valueOf(facts.local);
	const here = local === null ? [] : [local];
	const global = anywhere ? valueOf(facts.global) : null;
	if (!global?.exists) return here;
	return [...here, { wiki: null, registered: global.registered }, ...accountsElsewhere(facts)];
}

function earliest(
	registrations: readonly Registration[],
	min: number,
	submitted: string,
): Extract<Evidence, { kind: 'age' }> | null {
	let [first, firstWiki]: [string | null, string | null] = [null, null];
	for (const { wiki, registered } of registrations) {
		// The wikis' timestamps are in order as text.
		if (registered !== null && (first === null || registered < first))
			[first, firstWiki] = [registered, wiki];
	}
	if (first === null) return null;
	const days = Math.max(0, Math.floor((Date.parse(submitted) - Date.parse(first)) / DAY_MS));
	return { kind: 'age', wiki: firstWiki, registered: first, days, min };
}

/** Accounts whose registration the wiki never recorded are mostly the oldest: they must not count as young. */
function unrecorded(registrations: readonly Registration[]): readonly Evidence[] {
	const wikis = registrations
		.filter(({ registered }) => registered === null)
		.map(({ wiki }) => wiki ?? 'global');
	return wikis.length === 0 ? [] : [{ kind: 'missing', what: 'registration', why: wikis.join(', ') }];
}
