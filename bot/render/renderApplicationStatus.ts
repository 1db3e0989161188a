import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { describeVerdict } from '../../shared/rules/evidenceWords.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import { inLanguage } from './direction.ts';
import { pageLink } from './pageLink.ts';
import { templateCall } from './templateCall.ts';

/**
 * What stands in the status region of an application's own page. Its history is the audit trail of the application.
 *
 * @param standing what stands beside its state, plain text
 * @param evidence wikitext
 */
export function renderApplicationStatus(
	{ language, root }: Programme,
	one: AssessedApplication,
	standing: string,
	evidence: string,
	translate: Translate,
): string {
	const { verdict } = one.eligibility;
	const box = templateCall(
		'WikiLearn status/application',
		{
			key: one.state,
			verdict,
			heading: translate('wikilearn-status-own'),
			'state label': translate('wikilearn-status-state'),
			state: translate(`wikilearn-state-${one.state}`),
			standing: standing === '' ? undefined : standing,
			late: one.late ? translate('wikilearn-status-own-late') : '',
			'eligibility label': translate('wikilearn-status-eligibility'),
			eligibility: describeVerdict(verdict, translate),
		},
		{ evidence, review: pageLink(`${root}/Review`, translate('wikilearn-status-own-review')) },
	);
	return inLanguage(language, box);
}
