/** The application template's own parameters. Every other parameter is an answer, named by its question's id. */
export type TemplateParameter = 'course' | 'email' | 'language' | 'save' | 'withdrawn';

/** What each is called on pages, the present name first: older forms and hand-written calls use the others. */
export const PARAMETER_NAMES: Readonly<Record<TemplateParameter, readonly string[]>> = {
	course: ['course', 'Course', 'course id', 'course_id'],
	email: ['email', 'Email', 'e-mail', 'mail'],
	// With a blank, so that no question's id is the same.
	language: ['interface language'],
	save: ['save'],
	// Ignored: withdrawing is an action of its own. Reserved, so that nobody takes it for an answer.
	withdrawn: ['withdrawn', 'Withdrawn', 'withdraw'],
};

/** The template's name, and names that redirect to it. */
export const TEMPLATE_NAMES: readonly string[] = ['WikiLearn application', 'WikiLearn-application'];

const PARAMETERS_BY_NAME = new Map(
	(Object.keys(PARAMETER_NAMES) as TemplateParameter[]).flatMap((parameter) =>
		PARAMETER_NAMES[parameter].map((name) => [name, parameter] as const),
	),
);

/** Whose parameter a name is, or null: an answer. */
export function findTemplateParameter(name: string): TemplateParameter | null {
	return PARAMETERS_BY_NAME.get(name) ?? null;
}
