import type { Application } from '../../shared/application/application.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';

/** The reader, the course and the reader's application. */
export interface ApplicationContext {
	readonly programme: Programme;
	readonly course: Course;
	readonly account: string;
	/** The application to edit; null for a new one. */
	readonly myApplication: MyApplication | null;
}

/** An application as currently saved. */
export interface MyApplication {
	readonly title: string;
	readonly revid: number;
	/** The text of the whole page. */
	readonly text: string;
	readonly application: Application;
}

/** Answers as text by question id, without unanswered questions. */
export type Answers = Readonly<Record<string, string>>;
/** Removes the answers to these questions. */
export function omitAnswers(answers: Answers, questionIds: readonly string[]): Answers {
	const remaining: Record<string, string> = {};
	for (const id of Object.keys(answers)) {
		const answer = answers[id];
		if (answer !== undefined && !questionIds.includes(id)) remaining[id] = answer;
	}
	return remaining;
}
