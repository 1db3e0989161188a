import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Problem } from '../../shared/submission/submission.ts';

/** What needs a person, a line each, with a link to the page and to the change. */
export function renderReport(problems: readonly Problem[], translate: Translate): string {
	if (problems.length === 0) return translate('wikilearn-report-nothing');
	return problems.map((problem) => `* ${renderProblem(problem, translate)}`).join('\n');
}

function renderProblem({ kind, about, detail, revid }: Problem, translate: Translate): string {
	const words = translate(`wikilearn-problem-${kind}`, encodeAnswer(detail));
	const diff =
		revid === undefined ? '' : ` ([[Special:Diff/${revid}|${translate('wikilearn-report-diff')}]])`;
	return `[[:${encodeAnswer(about)}]]: ${words}${diff}`;
}
