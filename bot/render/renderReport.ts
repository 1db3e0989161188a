import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { Outbox } from '../notices/plannedNotice.ts';
import { renderProblems } from './renderProblems.ts';

/** What the team has to know. */
export interface Report {
	readonly problems: readonly Problem[];
	/** The courses' decision notices that wait. */
	readonly outbox: readonly Outbox[];
	readonly applications: readonly AssessedApplication[];
}

/** What needs a person, a line each, with a link to the page and to the change. */
export function renderReport({ problems }: Report, translate: Translate): string {
	if (problems.length === 0) return encodeAnswer(translate('wikilearn-report-nothing'));
	return renderProblems(problems, translate).join('\n');
}
