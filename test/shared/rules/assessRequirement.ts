import type { Application } from '../../../shared/application/application.ts';
import type { Course, Question, Requirement } from '../../../shared/programme/schema.ts';
import { assessApplication } from '../../../shared/rules/assessApplication.ts';
import type { RequirementResult } from '../../../shared/rules/eligibility.ts';
import type { AccountFacts } from '../../../shared/wiki/accountFacts.ts';
import { NOW } from './recordedFacts.ts';

export const course: Course = {
	id: 'iah',
	title: 'Identifying and Addressing Harassment Online',
	page: 'Community Development/WikiLearn/Identifying and Addressing Harassment Online',
	audience: 'Administrators',
	hours: { min: 2, max: 3 },
	weeks: 8,
	language: 'en',
	seats: 40,
	opens: '2020-12-15T00:00:00+14:00',
	closes: '2021-01-14T23:59:59-12:00',
	notify: '2021-01-18T00:00:00Z',
	starts: '2021-02-01T00:00:00Z',
	requirements: [],
	questions: [],
};

interface Circumstances {
	readonly answers?: Readonly<Record<string, string>>;
	readonly questions?: Question[];
	readonly at?: string;
	readonly submitted?: string;
}

/** Assesses by one requirement alone. */
export function assessRequirement(
	requirement: Requirement,
	facts: AccountFacts,
	{ answers = {}, questions = [], at = NOW, submitted = at }: Circumstances = {},
): RequirementResult {
	const application: Application = { course: 'iah', answers, email: 'sent' };
	const courseWithRequirement = { ...course, questions, requirements: [requirement] };
	return assessApplication(application, facts, courseWithRequirement, at, submitted).requirements[0]!;
}
