import type { Course, Programme } from '../../shared/programme/schema.ts';

/** Who applies for what, where. */
export interface Applying {
	readonly programme: Programme;
	readonly course: Course;
	readonly account: string;
}

/** Answers as text, by question id; unanswered questions are left out. */
export type Answers = Readonly<Record<string, string>>;

/** What became of an application: what people keep, or why it was not saved and what to do. */
export type Outcome =
	| { readonly kind: 'saved'; readonly receipt: HTMLElement }
	| { readonly kind: 'refused'; readonly words: string };

/** What is wanted only once somebody answers: a module of its own, so that the form is there sooner. */
export interface Sender {
	/** Whether an answer holds an email address, a phone number or the like. */
	holdsContact(answer: string): boolean;
	send(answers: Answers): Promise<Outcome>;
}
