/**
 * What a submission says, once read. Answers are kept as text by question id, as they stand on the page after
 * decoding; `readAnswer` turns them into values where a question's type is known.
 */
export interface Application {
	/** The course's id, as the template call names it. */
	readonly course: string;
	readonly answers: Readonly<Record<string, string>>;
	/** Whether the preferred email address reached the team (never the address itself). */
	readonly email: 'sent' | 'not sent';
	/** The language in which the applicant reads the wiki (a MediaWiki code); left out where it is not known. */
	readonly language?: string;
	/** A random id that the form writes on every save, so that no saved source is ever identical to an older one. */
	readonly nonce?: string;
}
