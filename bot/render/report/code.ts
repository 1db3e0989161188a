import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';

/** Something to be copied as it is, in wikitext or on a command line. */
export function code(text: string): string {
	return `<code dir="ltr">${encodeAnswer(text)}</code>`;
}
