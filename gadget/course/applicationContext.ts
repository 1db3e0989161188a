import type { Application } from '../../shared/application/application.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';

/** Who applies for what, where. */
export interface ApplicationContext {
	readonly programme: Programme;
	readonly course: Course;
	readonly account: string;
	/** The application that is being changed; null: a new one. */
	readonly myApplication: MyApplication | null;
}

/** An application as it is on its page now. */
export interface MyApplication {
	readonly title: string;
	readonly revid: number;
	/** The whole page. */
	readonly text: string;
	readonly application: Application;
}

/** Answers as text, by question id; unanswered questions are left out. */
export type Answers = Readonly<Record<string, string>>;
/** The answers to all other questions. */
export function omitAnswers(answers: Answers, questionIds: readonly string[]): Answers {
	const remaining: Record<string, string> = {};
	for (const id of Object.keys(answers)) {
		const answer = answers[id];
		if (answer !== undefined && !questionIds.includes(id)) remaining[id] = answer;
	}
	return remaining;
}
