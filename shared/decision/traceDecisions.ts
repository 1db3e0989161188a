import type { Change } from '../submission/change.ts';
import type { Problem } from '../submission/submission.ts';
import { lastOf } from '../submission/lastOf.ts';
import { traceCalls, type Step, type Traced } from '../submission/traceCalls.ts';
import { isReviewer, type Team } from '../submission/team.ts';
import type { TracedDecision, WrittenDecision } from './decision.ts';

/** What became of the decisions on one application. */
export interface Decided {
	/** Oldest first; the last one is in force. */
	readonly decisions: readonly TracedDecision[];
	readonly problems: readonly Pick<Problem, 'kind' | 'detail' | 'revid'>[];
}

/**
 * Whose decisions stand on a page. Each is about the application whose number is its `section`, and cannot be moved to
 * another one: there it is a new call, of whoever moved it.
 *
 * A decision counts in the newest form that a reviewer gave it, until a reviewer takes it away. What others do to it
 * has no effect and is told.
 */
export function traceDecisions(
	history: readonly Step<WrittenDecision>[],
	team: Team,
): ReadonlyMap<string, Decided> {
	const byApplication = new Map<string, Decided[]>();
	for (const life of traceCalls(history, { mayChange: () => true, fixed: true })) {
		const { section } = lastOf(life.versions);
		byApplication.set(section, [...(byApplication.get(section) ?? []), judge(life, team)]);
	}
	return new Map(
		Array.from(byApplication).map(([section, all]): [string, Decided] => [
			section,
			{
				decisions: all.flatMap(({ decisions }) => decisions).sort(byTime),
				problems: all.flatMap(({ problems }) => problems),
			},
		]),
	);
}

function judge(life: Traced<WrittenDecision>, team: Team): Decided {
	const isEntitled = ({ change }: { readonly change: Change }) => isReviewer(change, team);
	const told = (kind: Problem['kind'], { revid, user }: Change): Decided['problems'][number] => ({
		kind,
		detail: user?.name ?? '',
		revid,
	});
	const valid = life.versions.filter(isEntitled);
	const lastWord = life.events.filter(isEntitled).pop();
	const newest = lastOf(life.versions);
	if (valid.length === 0 || lastWord?.kind === 'removed') {
		// Nobody sees it any more: nothing to tell.
		if (life.removed) return { decisions: [], problems: [] };
		const back = life.events.filter(({ kind }) => kind === 'restored').pop();
		return { decisions: [], problems: [told('foreign-decision', back?.change ?? newest.change)] };
	}
	const problems: Decided['problems'][number][] = [];
	if (life.removed && !isEntitled({ change: life.removed }))
		problems.push(told('decision-changed', life.removed));
	else if (newest.key !== valid[valid.length - 1]?.key)
		problems.push(told('decision-changed', newest.change));
	const decisions: TracedDecision[] = [];
	for (const { value, change } of valid) {
		if (value.outcome) decisions.push({ outcome: value.outcome, note: value.note, change });
		else problems.push({ kind: 'unreadable', detail: `outcome=${value.written}`, revid: change.revid });
	}
	return { decisions, problems };
}

function byTime(a: TracedDecision, b: TracedDecision): number {
	return a.change.revid - b.change.revid;
}
