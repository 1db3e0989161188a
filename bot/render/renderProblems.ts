import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import { shorten } from '../../shared/i18n/shorten.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Problem } from '../../shared/history/problem.ts';
import { pageLink } from './pageLink.ts';
import { longestText, problemWords } from './problemWords.ts';

/** A page about which there is more to say is looked at anyway; and nobody's may fill the report. */
const mostOfAPage = 25;
/** What needs a person, a line each, with a link to the page and to the change. */
export function renderProblems(problems: readonly Problem[], translate: Translate): readonly string[] {
	const lines = new Map<string, Set<string>>();
	for (const problem of problems) {
		const title = titleOf(problem);
		const ofPage = lines.get(title) ?? new Set<string>();
		lines.set(title, ofPage);
		if (ofPage.size < mostOfAPage) ofPage.add(renderProblem(problem, translate));
		else ofPage.add(`${pageLink(title, title)}: ${encodeAnswer(translate('wikilearn-report-more'))}`);
	}
	return [...lines.values()].flatMap((ofPage) => [...ofPage].map((line) => `* ${line}`));
}

function renderProblem(problem: Problem, translate: Translate): string {
	const { about, revid } = problem;
	const words = encodeAnswer(problemWords(problem, translate));
	const diff =
		revid === undefined
			? ''
			: ` ([[Special:Diff/${revid}|${encodeAnswer(translate('wikilearn-report-diff'))}]])`;
	const target = about.length > longestText ? titleOf(problem) : about;
	return `${pageLink(target, shorten(about, longestText))}: ${words}${diff}`;
}

/** What it is about, without the section: no title holds a `#`. */
function titleOf({ about }: Problem): string {
	const [title = ''] = about.split('#');
	return title;
}
