import type { Problem } from '../../shared/history/problem.ts';
import type { Course } from '../../shared/programme/schema.ts';
import type { Verdict } from '../../shared/rules/eligibility.ts';
import type { EvaluatedApplication } from '../../shared/rules/evaluation.ts';

/** An application as reviewers see it. */
export interface Reviewable {
	/** The same as long as the application is, whatever is changed on its page. */
	readonly key: string;
	readonly course: Course;
	readonly one: EvaluatedApplication;
	/** What the bot last found of its requirements. */
	readonly verdict: Verdict;
	/** What a person should look at in it. */
	readonly problems: readonly Problem[];
}
