/**
 * The contents of an application. Answers are decoded text by question id; `readAnswer` parses them if the question's
 * type is known.
 */
export interface Application {
	/** The course's id in the template call. */
	readonly course: string;
	readonly answers: Readonly<Record<string, string>>;
	/** Whether the applicant sent a preferred email address to the team (never the address itself). */
	readonly email: 'sent' | 'not sent';
	/** The applicant's interface language (a MediaWiki code), if known. */
	readonly language?: string;
	/** A random id that the form writes on every save, so that the source never equals an older revision's. */
	readonly nonce?: string;
}
