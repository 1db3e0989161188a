import type { Translate } from '../../shared/i18n/translate.ts';
import { templateCall } from './templateCall.ts';

/** A sortable table of applications; nothing where there are none. */
export function renderTable(
	caption: 'wikilearn-status-table' | 'wikilearn-status-table-needs',
	rows: readonly string[],
	translate: Translate,
): readonly string[] {
	if (rows.length === 0) return [];
	return [
		templateCall('WikiLearn status/table', {
			caption: translate(caption),
			applicant: translate('wikilearn-status-applicant'),
			applied: translate('wikilearn-status-applied'),
			eligibility: translate('wikilearn-status-eligibility'),
			state: translate('wikilearn-status-state'),
		}),
		...rows,
		templateCall('WikiLearn status/table end', {}),
	];
}
