import { replaceStatusRegion } from '../../shared/application/replaceStatusRegion.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { Wanted } from '../publish/publishPage.ts';
import { renderReport } from './renderReport.ts';
import { renderStatus } from './renderStatus.ts';

/** Every page that the bot keeps, as it should be now. */
export function renderPages(
	programme: Programme,
	applications: readonly AssessedApplication[],
	problems: readonly Problem[],
	at: string,
	translate: Translate,
): readonly Wanted[] {
	const status = renderStatus(programme, applications, at, translate);
	const report = renderReport(problems, translate);
	return [
		{
			title: `${programme.root}/Status`,
			text: (present) => replaceStatusRegion(present, status),
			summary: translate('wikilearn-summary-status', String(applications.length)),
		},
		{
			title: `User:${programme.bot}/Report`,
			text: (present) => replaceStatusRegion(present, report),
			summary: translate('wikilearn-summary-report', String(problems.length)),
		},
	];
}
