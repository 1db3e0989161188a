import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import { shorten } from '../../shared/i18n/shorten.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import { getReasonMessageKey, type Problem } from '../../shared/history/problem.ts';
import { pageLink } from './text/wikitext.ts';
import type { UndeliveredReason } from '../plan/plannedNotice.ts';

/** A limit per page, so that one page cannot flood the report. Beyond it, one line links to the page. */
const MAX_PROBLEMS_PER_PAGE = 25;
/** Problems that need attention, a line each, with links to the page and the change. */
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

/** The page's title without the section: titles cannot contain `#`. */
function pageTitleOf({ about }: Problem): string {
	const [title = ''] = about.split('#');
	return title;
}

/** The compiler reports a missing reason here; each has its message. */
const UNDELIVERED_REASONS: Readonly<Record<UndeliveredReason, true>> = {
	nobots: true,
	'opted-out': true,
	redirect: true,
	protected: true,
	'content-model': true,
	blocked: true,
	locked: true,
	'open-markup': true,
	'maybe-sent': true,
	'no-text': true,
};
/** Headings, names and values from pages may be of any length. A title's maximum length is enough to identify them. */
const MAX_TEXT = 255;
/** For the problems of a programme page, which only trusted users can edit. */
const MAX_LIST = 5000;
function describeReason(problem: Problem, translate: Translate): string | null {
	const { kind, detail } = problem;
	if (kind === 'undelivered' && detail in UNDELIVERED_REASONS)
		return translate(`wikilearn-problem-undelivered-${detail}`);
	const key = getReasonMessageKey(problem);
	return key && translate(key);
}

/** A problem as one line of plain text, without the page that it is about. */
export function describeProblem(problem: Problem, translate: Translate): string {
	const { kind, detail } = problem;
	const text = translate(
		`wikilearn-problem-${kind}`,
		describeReason(problem, translate) ?? shorten(detail, kind === 'programme-invalid' ? MAX_LIST : MAX_TEXT),
	);
	return text.replace(/\n/g, ' ');
}
