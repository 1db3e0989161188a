import { shorten } from '../../shared/i18n/shorten.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { Undelivered } from '../notices/plannedNotice.ts';

/** Reasons for which there is a message. Other details are names, or text from the page. */
const reasons: readonly string[] = [
	'hidden',
	'no-application',
	'unclosed-template',
	'too-many',
	'missing-course',
	'duplicate-call',
	'duplicate-parameter',
	'unnamed-parameter',
	'address-on-page',
	'not-shown',
	'imported',
];

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

function reasonIn({ kind, detail }: Problem, translate: Translate): string | null {
	if (kind === 'undelivered' && detail in undelivered)
		return translate(`wikilearn-problem-undelivered-${detail}`);
	if (kind === 'unreadable' && reasons.includes(detail))
		return translate(`wikilearn-problem-reason-${detail}`);
	if (kind === 'ineffective-mark') return translate(`wikilearn-problem-mark-${detail}`);
	if (kind === 'uncertain-action') return translate(`wikilearn-problem-uncertain-${detail}`);
	return null;
}
