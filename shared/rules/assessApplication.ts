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

/** The input of an assessment. */
interface AssessmentInput {
	readonly application: Application;
	readonly facts: AccountFacts;
	readonly course: Course;
	readonly at: string;
	readonly submittedAt: string;
}

/**
 * Assesses an application against each of a course's requirements.
 *
 * @param at ISO 8601 instant of the assessment, compared with the expiry of memberships and blocks
 * @param submittedAt ISO 8601 instant of the submission. An account's age is assessed at this instant, so that it does not
 * grow while a decision is pending. In the form, before the submission, it is `at`.
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

/** Kleene's "or": `met` if any verdict is met, even if others are unknown. Empty: `not met`. */
export function combineAny(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('met')) return 'met';
	return verdicts.includes('unknown') ? 'unknown' : 'not met';
}

/** Kleene's "and": `not met` if any verdict is not met. Empty: `met`. */
export function combineAll(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('not met')) return 'not met';
	return verdicts.includes('unknown') ? 'unknown' : 'met';
}

/** The look-ups that a course's requirements need. Others are skipped. */
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
