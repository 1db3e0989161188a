import type { Course } from '../../shared/programme/schema.ts';
import type { ToldDecision } from '../../shared/notice/notice.ts';
import type { Verdict } from '../../shared/rules/eligibility.ts';
import type { State } from '../../shared/rules/status.ts';
import type { Problem, Submission, TracedApplication } from '../../shared/submission/submission.ts';

/** An application as reviewers see it: derived from its page's history, as the bot does it. */
export interface Reviewable {
	/** The same as long as the application is. */
	readonly key: string;
	readonly course: Course;
	readonly one: TracedApplication;
	readonly submission: Submission;
	readonly state: State;
	readonly late: boolean;
	/** What the bot last found of its requirements. */
	readonly verdict: Verdict;
	/** The newest decision that the applicant was told of, or null. */
	readonly told: ToldDecision | null;
	/** What a person should look at in it. */
	readonly problems: readonly Problem[];
}
