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

/** Why something was not done and what to do; `more` is something to look at or to answer, such as a CAPTCHA. */
export interface Refused {
	readonly kind: 'refused';
	readonly words: string;
	readonly more?: HTMLElement;
}

/** What takes the form's place while people check their answers, or why it cannot be shown. */
export type Reviewed = { readonly kind: 'ready'; readonly element: HTMLElement } | Refused;

export interface ReviewEvents {
	/** They want to change something: the form again, as it was. */
	readonly back: () => void;
	/** The wiki has it. */
	readonly saved: (receipt: HTMLElement) => void;
}

/** What is wanted only once somebody answers: a module of its own, so that the form is there sooner. */
export interface Sender {
	/** Whether an answer holds an email address, a phone number or the like. */
	holdsContact(answer: string): boolean;
	/** The page exactly as it will be, with the button that sends it. Never rejects. */
	review(answers: Answers, events: ReviewEvents): Promise<Reviewed>;
}
