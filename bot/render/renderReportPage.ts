import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { WantedRegion } from '../publish/wantedRegion.ts';
import { inLanguage } from './direction.ts';
import { renderReport, type Report } from './renderReport.ts';

export function reportTitle(bot: string): string {
	return `User:${bot}/Report`;
}

/** The report, as it should be once everything else of a cycle is done. */
export function renderReportPage(
	{ language }: Programme,
	bot: string,
	report: Report,
	translate: Translate,
): WantedRegion {
	return {
		title: reportTitle(bot),
		region: inLanguage(language, renderReport(report, translate)),
		describe: (_, after) => ({
			summary: translate('wikilearn-summary-report', after.split('\n').filter(isItem).length),
			minor: false,
		}),
		keeper: { bot, putBack: translate('wikilearn-summary-back') },
	};
}

function isItem(line: string): boolean {
	return line.startsWith('* ');
}
