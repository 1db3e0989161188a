/** The application template's own parameters. Every other parameter is an answer, named by its question's id. */
export type OwnParameter = 'course' | 'email' | 'language' | 'save' | 'withdrawn';

/** What each is called on pages, the present name first: older forms and hand-written calls use the others. */
export const parameterNames: Readonly<Record<OwnParameter, readonly string[]>> = {
	course: ['course', 'Course', 'course id', 'course_id'],
	email: ['email', 'Email', 'e-mail', 'mail'],
	// With a blank, so that no question's id is the same.
	language: ['interface language'],
	save: ['save'],
	// Ignored: withdrawing is an action of its own. Reserved, so that nobody takes it for an answer.
	withdrawn: ['withdrawn', 'Withdrawn', 'withdraw'],
};

/** The template's name, and names that redirect to it. */
export const templateNames: readonly string[] = ['WikiLearn application', 'WikiLearn-application'];

const owners = new Map(
	(Object.keys(parameterNames) as OwnParameter[]).flatMap((own) =>
		parameterNames[own].map((name) => [name, own] as const),
	),
);

/** Whose parameter a name is, or null: an answer. */
export function ownParameter(name: string): OwnParameter | null {
	return owners.get(name) ?? null;
}
