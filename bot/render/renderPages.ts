import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { AssessedCourse } from '../plan/assessApplications.ts';
import type { WantedRegion } from '../plan/wantedRegion.ts';
import { evidenceText } from './evidenceText.ts';
import { pageLink } from './pageLink.ts';
import { renderApplicationPages } from './renderApplicationPages.ts';
import { keyOfParts, memoize } from './memoize.ts';
import { renderStatus, statusTitle } from './renderStatus.ts';
import { sayWithWikitext } from './sayWithWikitext.ts';
import { standingText } from './statusDetail.ts';
import { statusSummary } from './summary.ts';

/** The pages that the bot keeps, as they should be now, without its report: the status pages and the applications' own. */
export function renderPages(
	programme: Programme,
	courses: readonly AssessedCourse[],
	at: string,
	words: Translate,
): readonly WantedRegion[] {
	const translate = memoize(words, keyOfParts);
	const shared = {
		translate,
		evidence: evidenceText(programme, translate),
		standing: standingText(translate),
	};
	const parts = renderStatus(programme, courses, at, shared);
	const summary = statusSummary(courses, programme.language, translate);
	const first = statusTitle(programme, 0);
	const common = { summary, isOwnPage: true };
	return [
		...parts.map((region, part) => ({ ...common, title: statusTitle(programme, part), region })),
		{
			...common,
			// Where applications were deleted there can be a part too many. More than one takes as many cycles.
			title: statusTitle(programme, parts.length),
			region: sayWithWikitext(translate, 'wikilearn-status-gone', [], pageLink(first, first)),
			onlyIfThere: true,
		},
		...renderApplicationPages(
			programme,
			courses.flatMap(({ applications }) => applications),
			shared,
		),
	];
}
