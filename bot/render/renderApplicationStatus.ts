import type { Translate } from '../../shared/i18n/translate.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { describeVerdict } from '../../shared/rules/evidenceWords.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import { inLanguage } from './direction.ts';
import { renderEvidence } from './renderEvidence.ts';
import { templateCall } from './templateCall.ts';

/** What stands in the status region of an application's own page. Its history is the audit trail of the application. */
export function renderApplicationStatus(
	course: Course,
	language: string,
	one: AssessedApplication,
	translate: Translate,
): string {
	const { verdict, requirements } = one.eligibility;
	const box = templateCall(
		'WikiLearn status/application',
		{
			key: one.state,
			verdict,
			heading: translate('wikilearn-status-own'),
			'state label': translate('wikilearn-status-state'),
			state: translate(`wikilearn-state-${one.state}`),
			late: one.late ? translate('wikilearn-status-own-late') : '',
			'eligibility label': translate('wikilearn-status-eligibility'),
			eligibility: describeVerdict(verdict, translate),
		},
		{
			evidence: renderEvidence(course, language, requirements, one.applicant?.name, translate),
		},
	);
	return inLanguage(language, box);
}
