import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { WantedRegion } from '../plan/wantedRegion.ts';
import { inLanguage } from './direction.ts';
import { renderProblems } from './renderProblems.ts';
import { renderReport, type Report } from './renderReport.ts';

export function reportTitle(bot: string): string {
	return `User:${bot}/Report`;
}

/** The report, as it should be once everything else of a cycle is done. */
export function renderReportPage(programme: Programme, report: Report, translate: Translate): WantedRegion {
	return {
		title: reportTitle(programme.bot.name),
		region: inLanguage(programme.language, renderReport(report, programme, translate)),
		summary: summaryOf(report, translate),
		isOwnPage: true,
	};
}

function summaryOf({ problems, outbox }: Report, translate: Translate): string {
	const needed = renderProblems(problems, translate).length;
	const waiting = outbox.reduce((sum, one) => sum + one.waiting.length, 0);
	return [
		...(needed > 0 || waiting === 0 ? [translate('wikilearn-summary-report', needed)] : []),
		...(waiting > 0 ? [translate('wikilearn-summary-outbox', waiting)] : []),
	].join('; ');
}
