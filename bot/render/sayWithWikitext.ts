import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';

/** Stands in for the wikitext while the message is made safe; no message and no name has it. */
const PLACE = '\ue000';

/**
 * A message as wikitext that shows it as it is, with wikitext of our own as its last parameter.
 *
 * @param texts the parameters before it
 */
export function sayWithWikitext(
	translate: Translate,
	key: string,
	texts: readonly (string | number)[],
	wikitext: string,
): string {
	return encodeAnswer(translate(key, ...texts, PLACE))
		.split(PLACE)
		.join(wikitext);
}
