import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import type { Outbox } from '../plan/plannedNotice.ts';
import { renderProblems } from './renderProblems.ts';
import { renderOutbox } from './renderOutbox.ts';
import { renderUnreached } from './renderUnreached.ts';
import type { RegionUpdate } from '../plan/regionUpdate.ts';
import { wrapInLanguage } from './text/wikitext.ts';

/** The data of the report for the team. */
export interface Report {
	readonly problems: readonly Problem[];
	/** The courses' pending decision notices. */
	readonly outbox: readonly Outbox[];
	readonly applications: readonly AssessedApplication[];
	/** ISO 8601, the wiki's clock. Courses that are over no longer list unreachable applicants. */
	readonly at: string;
}

/**
 * Problems, pending notices and unreachable applicants: a section for each that is not empty. Problems alone need no
 * heading.
 */
export function renderReport(
	{ problems, outbox, applications, at }: Report,
	programme: Programme,
	translate: Translate,
): string {
	const problemLines = renderProblems(problems, translate);
	const otherSections = [
		...renderSection(
			'wikilearn-report-outbox',
			outbox.flatMap((course) => renderOutbox(programme, course, translate)),
			translate,
		),
		...renderSection(
			'wikilearn-report-unreached',
			renderUnreached(programme, applications, at, translate),
			translate,
		),
	];
	if (problemLines.length + otherSections.length === 0)
		return encodeAnswer(translate('wikilearn-report-nothing'));
	const first =
		otherSections.length === 0
			? problemLines
			: renderSection('wikilearn-report-needs', problemLines, translate);
	return [...first, ...otherSections].join('\n');
}

function renderSection(heading: string, lines: readonly string[], translate: Translate): readonly string[] {
	return lines.length === 0 ? [] : [`== ${encodeAnswer(translate(heading))} ==`, ...lines];
}

export function reportTitle(bot: string): string {
	return `User:${bot}/Report`;
}

function reportSummary({ problems, outbox }: Report, translate: Translate): string {
	const problemCount = renderProblems(problems, translate).length;
	const pendingCount = outbox.reduce((sum, course) => sum + course.waiting.length, 0);
	return [
		...(problemCount > 0 || pendingCount === 0 ? [translate('wikilearn-summary-report', problemCount)] : []),
		...(pendingCount > 0 ? [translate('wikilearn-summary-outbox', pendingCount)] : []),
	].join('; ');
}

/** The report page, rendered once all other writes of a cycle are done. */
export function renderReportPage(programme: Programme, report: Report, translate: Translate): RegionUpdate {
	return {
		title: reportTitle(programme.bot.name),
		region: wrapInLanguage(programme.language, renderReport(report, programme, translate)),
		summary: reportSummary(report, translate),
		isOwnPage: true,
	};
}
