import type { Course, Requirement } from '../programme/schema.ts';

/** Which look-ups a course's requirements rest on; nobody is looked up for a course that has no use for it. */
export interface Needs {
	readonly global: boolean;
}

export function requirementNeeds(course: Pick<Course, 'requirements'>): Needs {
	return { global: course.requirements.some(needsGlobal) };
}

function needsGlobal(requirement: Requirement): boolean {
	switch (requirement.kind) {
		case 'any-of':
		case 'all-of':
			return requirement.of.some(needsGlobal);
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
