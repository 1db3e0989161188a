import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { Undelivered } from '../notices/plannedNotice.ts';
import { pageLink } from './pageLink.ts';

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
	'decision-without-application',
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
	'no-account': true,
	'talk-deleted': true,
	'no-text': true,
	'not-saved': true,
};

/** A page about which there is more to say is looked at anyway; and nobody's may fill the report. */
const mostOfAPage = 25;
/** Headings, names and values from pages may be of any length. As long as a title may be is enough to know them by. */
const longestText = 255;
/** All that is wrong with a programme page: it is not for strangers to write. */
const longestList = 5000;

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
	const { kind, about, detail, revid } = problem;
	const said = translate(
		`wikilearn-problem-${kind}`,
		reasonIn(problem, translate) ?? shorten(detail, kind === 'programme-invalid' ? longestList : longestText),
	);
	const words = encodeAnswer(said).replace(/\n/g, ' ');
	const diff =
		revid === undefined
			? ''
			: ` ([[Special:Diff/${revid}|${encodeAnswer(translate('wikilearn-report-diff'))}]])`;
	const target = about.length > longestText ? titleOf(problem) : about;
	return `${pageLink(target, shorten(about, longestText))}: ${words}${diff}`;
}

function reasonIn({ kind, detail }: Problem, translate: Translate): string | null {
	if (kind === 'undelivered' && detail in undelivered)
		return translate(`wikilearn-problem-undelivered-${detail}`);
	const isReason = kind === 'unreadable' && reasons.includes(detail);
	return isReason ? translate(`wikilearn-problem-reason-${detail}`) : null;
}

/** What it is about, without the section: no title holds a `#`. */
function titleOf({ about }: Problem): string {
	const [title = ''] = about.split('#');
	return title;
}

function shorten(text: string, most: number): string {
	const characters = Array.from(text.slice(0, 2 * most));
	return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
