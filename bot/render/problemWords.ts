import { shorten } from '../../shared/i18n/shorten.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { reasonMessage, type Problem } from '../../shared/history/problem.ts';
import type { Undelivered } from '../plan/plannedNotice.ts';

/** Every one has its message: the compiler misses one that is left out. */
const undelivered: Readonly<Record<Undelivered, true>> = {
	nobots: true,
	'opted-out': true,
	redirect: true,
	protected: true,
	'other-content': true,
	blocked: true,
	locked: true,
	'open-markup': true,
	'maybe-sent': true,
	'no-text': true,
};

/** Headings, names and values from pages may be of any length. As long as a title may be is enough to know them by. */
export const longestText = 255;
/** All that is wrong with a programme page: it is not for strangers to write. */
const longestList = 5000;

/** What is wrong, in a sentence on one line, as plain text; without the page that it is about. */
export function problemWords(problem: Problem, translate: Translate): string {
	const { kind, detail } = problem;
	const said = translate(
		`wikilearn-problem-${kind}`,
		reasonIn(problem, translate) ?? shorten(detail, kind === 'programme-invalid' ? longestList : longestText),
	);
	return said.replace(/\n/g, ' ');
}

function reasonIn(problem: Problem, translate: Translate): string | null {
	const { kind, detail } = problem;
	if (kind === 'undelivered' && detail in undelivered)
		return translate(`wikilearn-problem-undelivered-${detail}`);
	const key = reasonMessage(problem);
	return key && translate(key);
}
