import type { Answers } from '../course/applying.ts';
import type { Refused } from '../ui/refused.ts';

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
