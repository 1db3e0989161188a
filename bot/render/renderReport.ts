import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import { pageLink } from './pageLink.ts';

/** Reasons for which there is a message. Other details are names, or text from the page. */
const reasons: readonly string[] = [
	'hidden',
	'no-application',
	'unclosed-template',
	'missing-course',
	'duplicate-call',
	'duplicate-parameter',
	'unnamed-parameter',
	'address-on-page',
];

/** What needs a person, a line each, with a link to the page and to the change. */
export function renderReport(problems: readonly Problem[], translate: Translate): string {
	if (problems.length === 0) return encodeAnswer(translate('wikilearn-report-nothing'));
	return [...new Set(problems.map((problem) => `* ${renderProblem(problem, translate)}`))].join('\n');
}

function renderProblem({ kind, about, detail, revid }: Problem, translate: Translate): string {
	const isReason = kind === 'unreadable' && reasons.includes(detail);
	const said = translate(
		`wikilearn-problem-${kind}`,
		isReason ? translate(`wikilearn-problem-reason-${detail}`) : detail,
	);
	const words = encodeAnswer(said).replace(/\n/g, ' ');
	const diff =
		revid === undefined
			? ''
			: ` ([[Special:Diff/${revid}|${encodeAnswer(translate('wikilearn-report-diff'))}]])`;
	return `${pageLink(kind === 'look-up-failed' ? `User:${about}` : about, about)}: ${words}${diff}`;
}
