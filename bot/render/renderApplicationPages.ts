import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { describeVerdict } from '../../shared/rules/evidenceWords.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { WantedRegion } from '../publish/wantedRegion.ts';
import type { EvidenceText } from './evidenceText.ts';
import { renderApplicationStatus } from './renderApplicationStatus.ts';

/** The status of each application that has a page of its own. Talk pages are their users' to write on. */
export function renderApplicationPages(
	programme: Programme,
	applications: readonly AssessedApplication[],
	keeper: WantedRegion['keeper'],
	translate: Translate,
	evidence: EvidenceText,
): readonly WantedRegion[] {
	const counts = new Map<string, number>();
	for (const { title } of applications) counts.set(title, (counts.get(title) ?? 0) + 1);
	return applications.flatMap((one): readonly WantedRegion[] => {
		if (one.kind !== 'subpage' || counts.get(one.title) !== 1 || one.removed) return [];
		const summary = translate(
			'wikilearn-summary-own',
			translate(`wikilearn-state-${one.state}`),
			describeVerdict(one.eligibility.verdict, translate),
		);
		return [
			{
				title: one.title,
				region: renderApplicationStatus(programme.language, one, evidence(one), translate),
				describe: () => ({ summary, minor: false }),
				keeper,
				onlyIfThere: true,
			},
		];
	});
}
