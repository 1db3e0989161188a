import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { describeVerdict } from '../../shared/rules/evidenceWords.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { around } from './direction.ts';
import { memoize } from './memoize.ts';
import { pageLink } from './pageLink.ts';
import { replyLinks } from './replyLinks.ts';
import { standingParameter } from './statusDetail.ts';
import { parameters } from './templateCall.ts';

/**
 * Makes what stands in the status regions of applications' own pages. Such a page's history is the audit trail of the
 * application.
 *
 * @returns takes an application, what stands beside its state (plain text), and what it was judged by (wikitext)
 */
export function applicationStatusRenderer(
	{ language, root }: Programme,
	translate: Translate,
): (one: AssessedApplication, standing: string, evidence: string) => string {
	const review = pageLink(`${root}/Review`, translate('wikilearn-status-own-review'));
	const common = memoize(
		({ state, late, eligibility }: AssessedApplication) =>
			parameters(
				{
					key: state,
					verdict: eligibility.verdict,
					heading: translate('wikilearn-status-own'),
					'state label': translate('wikilearn-status-state'),
					state: translate(`wikilearn-state-${state}`),
					late: late ? translate('wikilearn-status-own-late') : '',
					'eligibility label': translate('wikilearn-status-eligibility'),
					eligibility: describeVerdict(eligibility.verdict, translate),
				},
				{ review },
			),
		({ state, late, eligibility }: AssessedApplication) => [state, late, eligibility.verdict].join(),
	);
	const replies = memoize(
		(one: AssessedApplication) => {
			const links = replyLinks(one, translate);
			return links === '' ? '' : `|replies=${links}`;
		},
		({ course, state, announced }) => [course, state, announced?.decision].join(),
	);
	const [before, after] = around(language);
	return (one, standing, evidence) =>
		`${before}{{WikiLearn status/application${common(one)}${standingParameter(standing)}${replies(one)}|evidence=${evidence}}}${after}`;
}
