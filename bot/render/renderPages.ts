import type { Translate } from '../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { AssessedCourse } from '../plan/assessApplications.ts';
import type { RegionUpdate } from '../plan/regionUpdate.ts';
import { evidenceRenderer } from './renderEvidence.ts';
import { pageLink, messageWithWikitext } from './text/wikitext.ts';
import { renderApplicationPages } from './renderApplicationPages.ts';
import { joinKey, memoize } from './text/memoize.ts';
import { renderStatus, statusTitle } from './renderStatus.ts';
import { statusDetail } from './statusDetail.ts';
import { renderStatusSummary } from './text/summary.ts';

/** The current content of the bot's pages, except the report: the status pages and the applications' own. */
export function renderPages(
	programme: Programme,
	courses: readonly AssessedCourse[],
	at: string,
	translateUncached: Translate,
): readonly RegionUpdate[] {
	const translate = memoize(translateUncached, joinKey);
	const wording = {
		translate,
		evidence: evidenceRenderer(programme, translate),
		statusDetail: statusDetail(translate),
	};
	const parts = renderStatus(programme, courses, at, wording);
	const summary = renderStatusSummary(courses, programme.language, translate);
	const first = statusTitle(programme, 0);
	const common = { summary, isOwnPage: true };
	return [
		...parts.map((region, part) => ({ ...common, title: statusTitle(programme, part), region })),
		{
			...common,
			// Deleted applications may leave one part too many. Several surplus parts take one cycle each.
			title: statusTitle(programme, parts.length),
			region: messageWithWikitext(translate, 'wikilearn-status-gone', [], pageLink(first, first)),
			onlyIfExists: true,
		},
		...renderApplicationPages(
			programme,
			courses.flatMap(({ applications }) => applications),
			wording,
		),
	];
}
