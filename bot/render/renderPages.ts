import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { WantedRegion } from '../publish/wantedRegion.ts';
import { inLanguage } from './direction.ts';
import { evidenceText } from './evidenceText.ts';
import { pageLink } from './pageLink.ts';
import { renderApplicationPages } from './renderApplicationPages.ts';
import { remembering } from './remembering.ts';
import { renderReport } from './renderReport.ts';
import { renderStatus, statusTitle } from './renderStatus.ts';
import { sayWithWikitext } from './sayWithWikitext.ts';
import { describeStatus } from './summary/describeStatus.ts';

/** Every page that the bot keeps, as it should be now: the status pages, the applications' own, and last the report. */
export function renderPages(
	programme: Programme,
	bot: string,
	applications: readonly AssessedApplication[],
	problems: readonly Problem[],
	at: string,
	words: Translate,
): readonly WantedRegion[] {
	const translate = remembering(words);
	const keeper = { bot, putBack: translate('wikilearn-summary-back') };
	const describe = describeStatus(programme, translate);
	const evidence = evidenceText(programme, translate);
	const parts = renderStatus(programme, applications, at, translate, evidence);
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
		...renderApplicationPages(programme, applications, keeper, translate, evidence),
		{
			title: `User:${bot}/Report`,
			region: (found) => inLanguage(programme.language, renderReport([...problems, ...found], translate)),
			describe: (_, after) => ({
				summary: translate('wikilearn-summary-report', after.split('\n').filter(isItem).length),
				minor: false,
			}),
			keeper,
		},
	];
}

function isItem(line: string): boolean {
	return line.startsWith('* ');
}
