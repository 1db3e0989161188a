import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import type { WantedRegion } from '../plan/wantedRegion.ts';
import type { EvidenceText } from './evidenceText.ts';
import { applicationStatusRenderer } from './renderApplicationStatus.ts';
import type { StandingText } from './statusDetail.ts';

/** How applications are worded, on status pages and on their own. */
export interface Wording {
	readonly translate: Translate;
	/** What an application was judged by, wikitext. */
	readonly evidence: EvidenceText;
	readonly standing: StandingText;
}

/** The status of each application that has a page of its own. Talk pages are their users' to write on. */
export function renderApplicationPages(
	programme: Programme,
	applications: readonly AssessedApplication[],
	{ translate, evidence, standing }: Wording,
): readonly WantedRegion[] {
	const counts = new Map<string, number>();
	for (const { title } of applications) counts.set(title, (counts.get(title) ?? 0) + 1);
	const render = applicationStatusRenderer(programme, translate);
	return applications.flatMap((one): readonly WantedRegion[] => {
		if (one.kind !== 'subpage' || counts.get(one.title) !== 1 || one.removed) return [];
		return [
			{
				title: one.title,
				region: render(one, standing(one), evidence(one)),
				summary: translate('wikilearn-summary-own'),
				isOwnPage: false,
				onlyIfThere: true,
			},
		];
	});
}
