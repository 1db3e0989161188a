import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { WantedRegion } from '../publish/publishPages.ts';
import { renderReport } from './renderReport.ts';
import { renderStatus } from './renderStatus.ts';

/** Every page that the bot keeps, as it should be now. */
export function renderPages(
	programme: Programme,
	bot: string,
	applications: readonly AssessedApplication[],
	problems: readonly Problem[],
	at: string,
	translate: Translate,
): readonly WantedRegion[] {
	return [
		{
			title: `${programme.root}/Status`,
			region: renderStatus(programme, applications, at, translate),
			summary: translate('wikilearn-summary-status', applications.length),
		},
		{
			title: `User:${bot}/Report`,
			region: renderReport(problems, translate),
			summary: translate('wikilearn-summary-report', problems.length),
		},
	];
}
