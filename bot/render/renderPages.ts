import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { WantedRegion } from '../publish/wantedRegion.ts';
import { evidenceText } from './evidenceText.ts';
import { pageLink } from './pageLink.ts';
import { renderApplicationPages } from './renderApplicationPages.ts';
import { remembering } from './remembering.ts';
import { renderStatus, statusTitle } from './renderStatus.ts';
import { sayWithWikitext } from './sayWithWikitext.ts';
import { standingText } from './standingText.ts';
import { describeStatus } from './summary/describeStatus.ts';

/** The pages that the bot keeps, as they should be now, without its report: the status pages and the applications' own. */
export function renderPages(
	programme: Programme,
	bot: string,
	applications: readonly AssessedApplication[],
	at: string,
	words: Translate,
): readonly WantedRegion[] {
	const translate = remembering(words);
	const keeper = { bot, putBack: translate('wikilearn-summary-back') };
	const describe = describeStatus(programme, translate);
	const evidence = evidenceText(programme, translate);
	const standing = standingText(programme, applications, translate);
	const parts = renderStatus(programme, applications, at, translate, evidence, standing);
	const first = statusTitle(programme, 0);
	return [
		...parts.map((region, part) => ({ title: statusTitle(programme, part), region, describe, keeper })),
		{
			// Where applications were deleted there can be a part too many. More than one takes as many cycles.
			title: statusTitle(programme, parts.length),
			region: sayWithWikitext(translate, 'wikilearn-status-gone', [], pageLink(first, first)),
			describe,
			keeper,
			onlyIfThere: true,
		},
		...renderApplicationPages(programme, applications, keeper, translate, standing, evidence),
	];
}
