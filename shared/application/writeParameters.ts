import type { Application } from './application.ts';
import { encodeAnswer } from './encodeAnswer.ts';
import { ownParameter } from './parameterNames.ts';

/** A template call's parameters, encoded, in the order in which they are written. */
export function writeParameters(
	application: Application,
): readonly (readonly [name: string, value: string])[] {
	return [
		['course', encodeAnswer(application.course)],
		['email', application.email],
		...(application.language === undefined ? [] : [['interface language', application.language] as const]),
		...(application.save === undefined ? [] : [['save', application.save] as const]),
		...Object.keys(application.answers).map(
			(id) => [checkedId(id), encodeAnswer(application.answers[id] ?? '')] as const,
		),
	];
}

/**
 * Question ids come from the programme, whose check allows nothing else.
 *
 * @throws RangeError on an id that cannot name a parameter
 */
function checkedId(id: string): string {
	const illegal = /^\s|\s$|[|={}[\]<>\n&~]|^$/;
	if (illegal.test(id) || ownParameter(id)) throw new RangeError(`Not a parameter name: ${id}`);
	return id;
}
