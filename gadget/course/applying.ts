import type { Application } from '../../shared/application/application.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';

/** Who applies for what, where. */
export interface Applying {
	readonly programme: Programme;
	readonly course: Course;
	readonly account: string;
	/** The application that is being changed; null: a new one. */
	readonly own: OwnApplication | null;
}

/** An application as it is on its page now. */
export interface OwnApplication {
	readonly title: string;
	readonly revid: number;
	/** The whole page. */
	readonly text: string;
	readonly application: Application;
}

/** Answers as text, by question id; unanswered questions are left out. */
export type Answers = Readonly<Record<string, string>>;
