import type { Application } from './application.ts';
import { encodeAnswer } from './answerWikitext.ts';
import { findTemplateParameter } from './templateParameters.ts';
import { writeStatusRegion } from './statusRegion.ts';

/**
 * Writes only the template call, for a section of a talk page. `readApplications` is the inverse.
 *
 * @throws RangeError if a question's id cannot be a parameter name; the programme's validation rejects such ids
 */
export function writeCall(application: Application): string {
	const { course, email, language, nonce, answers } = application;
	const ids = Object.keys(answers);
	const illegal = ids.find((id) => !isAnswerParameter(id));
	if (illegal !== undefined) throw new RangeError(`Not a parameter name: ${illegal}`);
	const params: readonly (readonly [string, string])[] = [
		['course', encodeAnswer(course)],
		['email', email],
		...(language === undefined ? [] : [['interface language', language] as const]),
		...(nonce === undefined ? [] : [['save', nonce] as const]),
		...ids.map((id) => [id, encodeAnswer(answers[id] ?? '')] as const),
	];
	return `{{WikiLearn application\n${params.map(([name, value]) => `| ${name} = ${value}\n`).join('')}}}`;
}

/** Whether this id can be an answer's parameter name. */
export function isAnswerParameter(id: string): boolean {
	return !/^\s|\s$|[|={}[\]<>\n&~]|^$/.test(id) && !findTemplateParameter(id);
}

/** Writes the whole page of an application made with the form: the call and the bot's status region. */
export function writeApplication(application: Application): string {
	return `${writeCall(application)}\n\n${writeStatusRegion('')}\n`;
}
