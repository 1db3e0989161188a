import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import { renderProblems } from './renderProblems.ts';

/** What needs a person, a line each, with a link to the page and to the change. */
export function renderReport(problems: readonly Problem[], translate: Translate): string {
	if (problems.length === 0) return encodeAnswer(translate('wikilearn-report-nothing'));
	return renderProblems(problems, translate).join('\n');
}
