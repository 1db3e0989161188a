import type { Application } from '../application/application.ts';
import type { Course, GroupRequirement, LeafRequirement, Requirement } from '../programme/schema.ts';
import { assessAge } from './assessAge.ts';
import { assessAnswer } from './assessAnswer.ts';
import { assessBlocks } from './assessBlocks.ts';
import { assessEdits } from './assessEdits.ts';
import { assessRights } from './assessRights.ts';
import type { Eligibility, RequirementResult, Verdict } from './eligibility.ts';
import type { AccountFacts } from '../wiki/accountFacts.ts';
import { isBefore, type Assessment } from './assessment.ts';

/** What an application is judged by. */
interface AssessmentInput {
	readonly application: Application;
	readonly facts: AccountFacts;
	readonly course: Course;
	readonly at: string;
	readonly submittedAt: string;
}

/**
 * Judges an application by a course's requirements, one at a time.
 *
 * @param at ISO 8601 instant of the judgement: expiries of memberships and blocks are compared with it.
 * @param submittedAt ISO 8601 instant at which the application was made; an account's age is judged then, so that waiting
 * for a decision makes nobody older. In the form, where nothing is submitted yet, it is `at`.
 */
export function assessApplication(
	application: Application,
	facts: AccountFacts,
	course: Course,
	at: string,
	submittedAt: string = at,
): Eligibility {
	const input: AssessmentInput = { application, facts, course, at, submittedAt };
	const requirements = course.requirements.map((requirement) => assessRequirement(requirement, input));
	return { verdict: combineAll(requirements.map(({ verdict }) => verdict)), requirements };
}

function assessRequirement(requirement: Requirement, input: AssessmentInput): RequirementResult {
	if ('of' in requirement) return assessGroup(requirement, input);
	return { requirement: requirement.id, ...assessLeaf(requirement, input) };
}

function assessGroup(requirement: GroupRequirement, input: AssessmentInput): RequirementResult {
	const parts = requirement.of.map((part) => assessRequirement(part, input));
	const combine = requirement.kind === 'any-of' ? combineAny : combineAll;
	return {
		requirement: requirement.id,
		verdict: combine(parts.map(({ verdict }) => verdict)),
		evidence: [],
		checkedAt: findOldestResult(parts),
		parts,
	};
}

function assessLeaf(requirement: LeafRequirement, input: AssessmentInput): Assessment {
	switch (requirement.kind) {
		case 'rights':
			return assessRights(requirement, input.facts, input.at);
		case 'edits':
			return assessEdits(requirement, input.facts);
		case 'age':
			return assessAge(requirement, input.facts, input.submittedAt);
		case 'not-blocked':
			return assessBlocks(requirement, input.facts, input.at);
		case 'answer':
			return assessAnswer(requirement, input.application, input.course);
	}
}

function findOldestResult(parts: readonly RequirementResult[]): string | null {
	let oldest: string | null = null;
	for (const { checkedAt } of parts) {
		if (checkedAt !== null && (oldest === null || isBefore(checkedAt, oldest))) oldest = checkedAt;
	}
	return oldest;
}

/** Kleene's "or": one that is met suffices, whatever is unknown about the others. Of nothing: not met. */
export function combineAny(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('met')) return 'met';
	return verdicts.includes('unknown') ? 'unknown' : 'not met';
}

/** Kleene's "and": one that is not met settles it. Of nothing: met. */
export function combineAll(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('not met')) return 'not met';
	return verdicts.includes('unknown') ? 'unknown' : 'met';
}

/** Which look-ups a course's requirements rest on; nobody is looked up for a course that has no use for it. */
interface RequiredLookups {
	readonly global: boolean;
}

export function getRequiredLookups(course: Pick<Course, 'requirements'>): RequiredLookups {
	return { global: course.requirements.some(needsGlobalAccount) };
}

function needsGlobalAccount(requirement: Requirement): boolean {
	switch (requirement.kind) {
		case 'any-of':
		case 'all-of':
			return requirement.of.some(needsGlobalAccount);
		case 'rights':
			return requirement.where === 'anywhere' || (requirement.globalGroups ?? []).length > 0;
		case 'edits':
		case 'age':
		case 'not-blocked':
			return requirement.where === 'anywhere';
		case 'answer':
			return false;
	}
}
