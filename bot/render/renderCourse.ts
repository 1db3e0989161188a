import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { EvidenceText } from './evidenceText.ts';
import { countDays } from './figures/countDays.ts';
import { countStates } from './figures/countStates.ts';
import { countWikis } from './figures/countWikis.ts';
import { renderChart } from './figures/renderChart.ts';
import { renderHead } from './renderHead.ts';
import { rowRenderer } from './renderRow.ts';
import { renderSessions } from './sessions/renderSessions.ts';
import { renderTable } from './renderTable.ts';
import type { StandingText } from './standingText.ts';
import { whyNeeded } from './whyNeeded.ts';

/** How many places of a waitlist are told: on one that is much longer, each seat that frees would change every part. */
const PLACES = 100;

/**
 * A course's section of a part of the status page.
 *
 * @param rows its applications in this part
 * @param all all of its applications, where the figures about them stand in this part; else null
 */
export function renderCourse(
	course: Course,
	language: string,
	rows: readonly AssessedApplication[],
	all: readonly AssessedApplication[] | null,
	at: string,
	translate: Translate,
	standing: StandingText,
	evidence: EvidenceText,
): readonly string[] {
	const title = localize(course.title, language);
	const renderRow = rowRenderer(translate);
	const table = (caption: 'wikilearn-status-table' | 'wikilearn-status-table-needs', some: typeof rows) =>
		renderTable(
			caption,
			some.map((one) => renderRow(one, standing(one, PLACES), evidence(one))),
			translate,
		);
	return [
		`== ${encodeAnswer(title)} ==`,
		...(all ? [renderHead(course, title, all, at, translate)] : []),
		...table(
			'wikilearn-status-table-needs',
			rows.filter((one) => whyNeeded(one).length > 0),
		),
		...table(
			'wikilearn-status-table',
			rows.filter((one) => whyNeeded(one).length === 0),
		),
		...(all ? renderFigures(course, all, translate) : []),
	];
}

function renderFigures(
	course: Course,
	applications: readonly AssessedApplication[],
	translate: Translate,
): readonly string[] {
	const flow = countDays(applications);
	return [
		...renderChart(translate('wikilearn-status-states'), countStates(applications, translate)),
		...renderChart(translate(`wikilearn-status-${flow.unit}s`), flow.figures),
		...renderChart(translate('wikilearn-status-wikis'), countWikis(course, applications, translate)),
		...renderSessions(course, applications, translate),
	];
}
