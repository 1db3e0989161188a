import type { Application } from '../application/application.ts';
import type { Course, GroupRequirement, LeafRequirement, Requirement } from '../programme/schema.ts';
import { assessAge } from './assessAge.ts';
import { assessAnswer } from './assessAnswer.ts';
import { assessBlocks } from './assessBlocks.ts';
import { assessEdits } from './assessEdits.ts';
import { assessRights } from './assessRights.ts';
import type { Eligibility, RequirementResult, Verdict } from './eligibility.ts';
import type { Facts } from '../wiki/facts.ts';
import { isBefore, type Judgement } from './judgement.ts';

/** What an application is judged by. */
interface Case {
	readonly application: Application;
	readonly facts: Facts;
	readonly course: Course;
	readonly at: string;
	readonly submitted: string;
}

/**
 * Judges an application by a course's requirements, one at a time.
 *
 * @param at ISO 8601 instant of the judgement: expiries of memberships and blocks are compared with it.
 * @param submitted ISO 8601 instant at which the application was made; an account's age is judged then, so that waiting
 * for a decision makes nobody older. In the form, where nothing is submitted yet, it is `at`.
 */
export function assess(
	application: Application,
	facts: Facts,
	course: Course,
	at: string,
	submitted: string = at,
): Eligibility {
	const asked: Case = { application, facts, course, at, submitted };
	const requirements = course.requirements.map((requirement) => assessRequirement(requirement, asked));
	return { verdict: allOf(requirements.map(({ verdict }) => verdict)), requirements };
}

function assessRequirement(requirement: Requirement, asked: Case): RequirementResult {
	if ('of' in requirement) return assessGroup(requirement, asked);
	return { requirement: requirement.id, ...assessLeaf(requirement, asked) };
}

function assessGroup(requirement: GroupRequirement, asked: Case): RequirementResult {
	const parts = requirement.of.map((part) => assessRequirement(part, asked));
	const combine = requirement.kind === 'any-of' ? anyOf : allOf;
	return {
		requirement: requirement.id,
		verdict: combine(parts.map(({ verdict }) => verdict)),
		evidence: [],
		checked: oldestCheck(parts),
		parts,
	};
}

function assessLeaf(requirement: LeafRequirement, asked: Case): Judgement {
	switch (requirement.kind) {
		case 'rights':
			return assessRights(requirement, asked.facts, asked.at);
		case 'edits':
			return assessEdits(requirement, asked.facts);
		case 'age':
			return assessAge(requirement, asked.facts, asked.submitted);
		case 'not-blocked':
			return assessBlocks(requirement, asked.facts, asked.at);
		case 'answer':
			return assessAnswer(requirement, asked.application, asked.course);
	}
}

function oldestCheck(parts: readonly RequirementResult[]): string | null {
	let found: string | null = null;
	for (const { checked } of parts) {
		if (checked !== null && (found === null || isBefore(checked, found))) found = checked;
	}
	return found;
}

/** Kleene's "or": one that is met suffices, whatever is unknown about the others. Of nothing: not met. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('met')) return 'met';
	return verdicts.includes('unknown') ? 'unknown' : 'not met';
}

/** Kleene's "and": one that is not met settles it. Of nothing: met. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('not met')) return 'not met';
	return verdicts.includes('unknown') ? 'unknown' : 'met';
}
