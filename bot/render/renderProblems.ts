import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import { shorten } from '../../shared/i18n/shorten.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import { getReasonMessageKey, type Problem } from '../../shared/history/problem.ts';
import { pageLink } from './text/wikitext.ts';
import type { UndeliveredReason } from '../plan/plannedNotice.ts';

/** A page about which there is more to say is looked at anyway; and nobody's may fill the report. */
const MAX_PROBLEMS_PER_PAGE = 25;
/** What needs a person, a line each, with a link to the page and to the change. */
export function renderProblems(problems: readonly Problem[], translate: Translate): readonly string[] {
	const lines = new Map<string, Set<string>>();
	for (const problem of problems) {
		const title = pageTitleOf(problem);
		const pageLines = lines.get(title) ?? new Set<string>();
		lines.set(title, pageLines);
		if (pageLines.size < MAX_PROBLEMS_PER_PAGE) pageLines.add(renderProblem(problem, translate));
		else pageLines.add(`${pageLink(title, title)}: ${encodeAnswer(translate('wikilearn-report-more'))}`);
	}
	return [...lines.values()].flatMap((ofPage) => [...ofPage].map((line) => `* ${line}`));
}

function renderProblem(problem: Problem, translate: Translate): string {
	const { about, revid } = problem;
	const description = encodeAnswer(describeProblem(problem, translate));
	const diff =
		revid === undefined
			? ''
			: ` ([[Special:Diff/${revid}|${encodeAnswer(translate('wikilearn-report-diff'))}]])`;
	const target = about.length > MAX_TEXT ? pageTitleOf(problem) : about;
	return `${pageLink(target, shorten(about, MAX_TEXT))}: ${description}${diff}`;
}

/** What it is about, without the section: no title holds a `#`. */
function pageTitleOf({ about }: Problem): string {
	const [title = ''] = about.split('#');
	return title;
}

/** Every one has its message: the compiler misses one that is left out. */
const UNDELIVERED_REASONS: Readonly<Record<UndeliveredReason, true>> = {
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
const MAX_TEXT = 255;
/** All that is wrong with a programme page: it is not for strangers to write. */
const MAX_LIST = 5000;
function describeReason(problem: Problem, translate: Translate): string | null {
	const { kind, detail } = problem;
	if (kind === 'undelivered' && detail in UNDELIVERED_REASONS)
		return translate(`wikilearn-problem-undelivered-${detail}`);
	const key = getReasonMessageKey(problem);
	return key && translate(key);
}

/** What is wrong, in a sentence on one line, as plain text; without the page that it is about. */
export function describeProblem(problem: Problem, translate: Translate): string {
	const { kind, detail } = problem;
	const text = translate(
		`wikilearn-problem-${kind}`,
		describeReason(problem, translate) ?? shorten(detail, kind === 'programme-invalid' ? MAX_LIST : MAX_TEXT),
	);
	return text.replace(/\n/g, ' ');
}
