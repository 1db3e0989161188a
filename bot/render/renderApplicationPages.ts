import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { describeVerdict } from '../../shared/rules/evidenceWords.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { WantedRegion } from '../publish/wantedRegion.ts';
import type { EvidenceText } from './evidenceText.ts';
import { applicationStatusRenderer } from './renderApplicationStatus.ts';
import type { StandingText } from './standingText.ts';

/** How many places of a waitlist are told on applications' own pages: each seat that frees is as many edits. */
const PLACES = 10;

/** The status of each application that has a page of its own. Talk pages are their users' to write on. */
export function renderApplicationPages(
	programme: Programme,
	applications: readonly AssessedApplication[],
	keeper: WantedRegion['keeper'],
	translate: Translate,
	standing: StandingText,
	evidence: EvidenceText,
): readonly WantedRegion[] {
	const counts = new Map<string, number>();
	for (const { title } of applications) counts.set(title, (counts.get(title) ?? 0) + 1);
	const render = applicationStatusRenderer(programme, translate);
	return applications.flatMap((one): readonly WantedRegion[] => {
		if (one.kind !== 'subpage' || counts.get(one.title) !== 1 || one.removed) return [];
		const state = translate(`wikilearn-state-${one.state}`);
		const beside = standing(one, PLACES);
		const summary = translate(
			'wikilearn-summary-own',
			beside === '' ? state : translate('wikilearn-summary-named', state, beside),
			describeVerdict(one.eligibility.verdict, translate),
		);
		return [
			{
				title: one.title,
				region: render(one, beside, evidence(one)),
				describe: () => ({ summary, minor: false }),
				keeper,
				onlyIfThere: true,
			},
		];
	});
}
