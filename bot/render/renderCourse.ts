import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import type { AssessedCourse } from '../plan/assessApplications.ts';
import { countDays, countStates, countWikis, renderChart } from './figures.ts';
import { renderHead } from './renderHead.ts';
import type { Wording } from './renderApplicationPages.ts';
import { rowRenderer } from './renderRow.ts';
import { renderSessions } from './sessions/renderSessions.ts';
import { whyNeeded } from './reviewReasons.ts';
import { templateCall } from './templateCall.ts';

/** What a course's section says of all of its applications, whichever part their rows are in. */
export interface CourseFigures {
	/** Its phase, dates and seats. */
	readonly head: string;
	readonly charts: readonly string[];
}

/** A course's section of a part of the status page. @param rows its applications in this part */
export function renderCourse(
	course: Course,
	language: string,
	rows: readonly AssessedApplication[],
	figures: CourseFigures | null,
	{ translate, standing, evidence }: Wording,
): readonly string[] {
	const renderRow = rowRenderer(translate);
	const table = (caption: 'wikilearn-status-table' | 'wikilearn-status-table-needs', some: typeof rows) =>
		renderTable(
			caption,
			some.map((one) => renderRow(one, standing(one), evidence(one))),
			translate,
		);
	return [
		`== ${encodeAnswer(localize(course.title, language))} ==`,
		...(figures ? [figures.head] : []),
		...table(
			'wikilearn-status-table-needs',
			rows.filter((one) => whyNeeded(one).length > 0),
		),
		...table(
			'wikilearn-status-table',
			rows.filter((one) => whyNeeded(one).length === 0),
		),
		...(figures ? figures.charts : []),
	];
}

export function figuresOf(
	evaluated: AssessedCourse,
	language: string,
	at: string,
	translate: Translate,
): CourseFigures {
	const { course, applications } = evaluated;
	const flow = countDays(applications);
	return {
		head: renderHead(evaluated, localize(course.title, language), at, translate),
		charts: [
			...renderChart(translate('wikilearn-status-states'), countStates(applications, translate)),
			...renderChart(translate(`wikilearn-status-${flow.unit}s`), flow.figures),
			...renderChart(translate('wikilearn-status-wikis'), countWikis(course, applications, translate)),
			...renderSessions(course, applications, translate),
		],
	};
}

/** A sortable table of applications; nothing where there are none. */
function renderTable(
	caption: 'wikilearn-status-table' | 'wikilearn-status-table-needs',
	rows: readonly string[],
	translate: Translate,
): readonly string[] {
	if (rows.length === 0) return [];
	return [
		templateCall('WikiLearn status/table', {
			caption: translate(caption),
			applicant: translate('wikilearn-status-applicant'),
			applied: translate('wikilearn-status-applied'),
			eligibility: translate('wikilearn-status-eligibility'),
			state: translate('wikilearn-status-state'),
		}),
		...rows,
		templateCall('WikiLearn status/table end', {}),
	];
}
