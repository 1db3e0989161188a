import { accountsElsewhere, placeOf } from './accountsElsewhere.ts';
import type { Evidence } from './eligibility.ts';
import type { AttachedAccount, Facts, LocalAccount, Membership } from '../wiki/facts.ts';
import type { Judgement } from './judgement.ts';
import { missing, oldest, valueOf } from './judgement.ts';
import type { LeafRequirement } from '../programme/schema.ts';

type RightsRequirement = Extract<LeafRequirement, { kind: 'rights' }>;

type Place = ReturnType<typeof placeOf>;

const SOON_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Any of the named groups, on the programme's wiki or on any, or any of the named global groups. One that is found
 * suffices, whatever could not be asked; that there is none is said only when everything needed is known.
 */
export function assessRights(requirement: RightsRequirement, facts: Facts, at: string): Judgement {
	const globalGroups = requirement.globalGroups ?? [];
	const needsGlobal = requirement.where === 'anywhere' || globalGroups.length > 0;
	const elsewhere = requirement.where === 'anywhere' ? accountsElsewhere(facts) : [];
	const local = valueOf(facts.local);
	const memberships = local === null ? [] : evidenceHere(local, facts, requirement.groups, at);
	const held: readonly Evidence[] = [
		...memberships.filter(({ kind }) => kind === 'group'),
		...evidenceElsewhere(elsewhere, requirement.groups),
		...evidenceGlobal(facts, globalGroups),
	];
	const expired = memberships.filter(({ kind }) => kind === 'expired-group');
	const unknown = [...missing(facts, 'local'), ...(needsGlobal ? missing(facts, 'global') : [])];
	const checked = oldest(needsGlobal ? [facts.local, facts.global] : [facts.local]);
	if (held.length > 0) return { verdict: 'met', evidence: [...held, ...expired], checked };
	if (unknown.length > 0) return { verdict: 'unknown', evidence: [...unknown, ...expired], checked };
	const wikisChecked = 1 + elsewhere.length;
	return { verdict: 'not met', evidence: [{ kind: 'no-group', wikisChecked }, ...expired], checked };
}

function evidenceHere(
	local: LocalAccount,
	facts: Facts,
	groups: readonly string[],
	at: string,
): readonly Evidence[] {
	return local.groups
		.filter(({ group }) => groups.includes(group))
		.map((membership) => evidenceOf(membership, placeOf(local, facts), Date.parse(at)));
}

function evidenceOf({ group, expires }: Membership, place: Place, now: number): Evidence {
	if (expires === null) return { kind: 'group', ...place, group, expires, expiresSoon: false };
	const left = Date.parse(expires) - now;
	if (left <= 0) return { kind: 'expired-group', ...place, group, expires };
	return { kind: 'group', ...place, group, expires, expiresSoon: left <= SOON_MS };
}

function evidenceElsewhere(
	elsewhere: readonly AttachedAccount[],
	groups: readonly string[],
): readonly Evidence[] {
	const found: Evidence[] = [];
	for (const { wiki, url, groups: held } of elsewhere) {
		for (const group of held) {
			if (groups.includes(group))
				found.push({ kind: 'group', wiki, url, group, expires: null, expiresSoon: false });
		}
	}
	return found;
}

function evidenceGlobal(facts: Facts, groups: readonly string[]): readonly Evidence[] {
	const global = valueOf(facts.global);
	if (!global?.exists) return [];
	return global.groups
		.filter((name) => groups.includes(name))
		.map((group) => ({ kind: 'global-group', group }));
}
