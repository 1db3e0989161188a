/** The application template's own parameters. Every other parameter is an answer, named by its question's id. */
export type TemplateParameter = 'course' | 'email' | 'language' | 'save' | 'withdrawn';

/** The names of each parameter, the current one first. Older forms and hand-written calls use the others. */
export const PARAMETER_NAMES: Readonly<Record<TemplateParameter, readonly string[]>> = {
	course: ['course', 'Course', 'course id', 'course_id'],
	email: ['email', 'Email', 'e-mail', 'mail'],
	// The space prevents a clash with question ids.
	language: ['interface language'],
	save: ['save'],
	// Ignored, because withdrawing is a separate action. Reserved so that it is not read as an answer.
	withdrawn: ['withdrawn', 'Withdrawn', 'withdraw'],
};

/** The template's name and its redirects. */
export const TEMPLATE_NAMES: readonly string[] = ['WikiLearn application', 'WikiLearn-application'];

const PARAMETERS_BY_NAME = new Map(
	(Object.keys(PARAMETER_NAMES) as TemplateParameter[]).flatMap((parameter) =>
		PARAMETER_NAMES[parameter].map((name) => [name, parameter] as const),
	),
);

/** The template's own parameter with this name; null if the name is an answer's. */
export function findTemplateParameter(name: string): TemplateParameter | null {
	return PARAMETERS_BY_NAME.get(name) ?? null;
}
