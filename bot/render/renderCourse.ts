import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course } from '../../shared/programme/schema.ts';
import type { AssessedApplication, AssessedCourse } from '../plan/assessApplications.ts';
import { countDays, countStates, countWikis, renderChart } from './charts.ts';
import type { Wording } from './renderApplicationPages.ts';
import { renderSessions } from './sessions/renderSessions.ts';
import { reviewReasons } from './reviewReasons.ts';
import { renderParameters, pageLink, applicationTarget, renderTemplateCall } from './text/wikitext.ts';
import { getPhase } from '../../shared/rules/phase.ts';
import { formatInstant } from '../plan/formatInstant.ts';
import { describeVerdict } from '../../shared/rules/describeEvidence.ts';
import { memoize } from './text/memoize.ts';
import { statusDetailParameter } from './statusDetail.ts';

/** The summary of a course, the same in each part of the status page. */
interface CourseSummary {
	/** The course's phase, dates and seats. */
	readonly head: string;
	readonly charts: readonly string[];
}

/** A course's section in one part of the status page. @param rows the part's applications */
export function renderCourse(
	course: Course,
	language: string,
	rows: readonly AssessedApplication[],
	summary: CourseSummary | null,
	{ translate, statusDetail, evidence }: Wording,
): readonly string[] {
	const renderRow = rowRenderer(translate);
	const table = (
		caption: 'wikilearn-status-table' | 'wikilearn-status-table-needs',
		tableRows: typeof rows,
	) =>
		renderTable(
			caption,
			tableRows.map((application) =>
				renderRow(application, statusDetail(application), evidence(application)),
			),
			translate,
		);
	return [
		`== ${encodeAnswer(localize(course.title, language))} ==`,
		...(summary ? [summary.head] : []),
		...table(
			'wikilearn-status-table-needs',
			rows.filter((application) => reviewReasons(application).length > 0),
		),
		...table(
			'wikilearn-status-table',
			rows.filter((application) => reviewReasons(application).length === 0),
		),
		...(summary ? summary.charts : []),
	];
}

export function summarizeCourse(
	evaluated: AssessedCourse,
	language: string,
	at: string,
	translate: Translate,
): CourseSummary {
	const { course, applications } = evaluated;
	const flow = countDays(applications);
	return {
		head: renderCourseHead(evaluated, localize(course.title, language), at, translate),
		charts: [
			...renderChart(translate('wikilearn-status-states'), countStates(applications, translate)),
			...renderChart(translate(`wikilearn-status-${flow.unit}s`), flow.figures),
			...renderChart(translate('wikilearn-status-wikis'), countWikis(course, applications, translate)),
			...renderSessions(course, applications, translate),
		],
	};
}

/** A sortable table of applications; empty without any. */
function renderTable(
	caption: 'wikilearn-status-table' | 'wikilearn-status-table-needs',
	rows: readonly string[],
	translate: Translate,
): readonly string[] {
	if (rows.length === 0) return [];
	return [
		renderTemplateCall('WikiLearn status/table', {
			caption: translate(caption),
			applicant: translate('wikilearn-status-applicant'),
			applied: translate('wikilearn-status-applied'),
			eligibility: translate('wikilearn-status-eligibility'),
			state: translate('wikilearn-status-state'),
		}),
		...rows,
		renderTemplateCall('WikiLearn status/table end', {}),
	];
}

const HEAD_TEMPLATE = 'WikiLearn status';
/** A course's phase, dates and seats, by announced states. */
function renderCourseHead(
	{ course, applications, seatsTaken: { announced: taken } }: AssessedCourse,
	title: string,
	at: string,
	translate: Translate,
): string {
	const { seats } = course;
	const offered = applications.filter(({ state }) => state === 'offered').length;
	const free = seats - taken;
	const needsReview = applications.filter((application) => reviewReasons(application).length > 0).length;
	const phase = getPhase(course, at);
	const percentage = (count: number) => String(Math.round((100 * count) / Math.max(seats, taken)));
	const texts = {
		course: course.id,
		key: phase,
		taken: String(taken),
		seats: String(seats),
		total: String(applications.length),
		page: course.page,
		title,
		phase: translate(`wikilearn-phase-${phase}`),
		opens: formatInstant(course.opens),
		'opens label': translate('wikilearn-status-opens'),
		closes: formatInstant(course.closes),
		'closes label': translate('wikilearn-status-closes'),
		notify: formatInstant(course.notify),
		'notify label': translate('wikilearn-status-notify'),
		starts: formatInstant(course.starts),
		'starts label': translate('wikilearn-status-starts'),
		'part taken': percentage(taken - offered),
		'part offered': percentage(offered),
		'seats text':
			free < 0
				? translate('wikilearn-status-seats-over', taken, seats, -free)
				: translate('wikilearn-status-seats', taken, seats, free),
		'offered text': offered > 0 ? translate('wikilearn-status-offered', offered) : '',
		'applications text': translate('wikilearn-status-applications', applications.length),
		'needs text': needsReview > 0 ? translate('wikilearn-status-needs', needsReview) : '',
	};
	return renderTemplateCall(HEAD_TEMPLATE, texts);
}

const ROW_TEMPLATE = 'WikiLearn status/row';
/** The revision that last changed an application's state: the newest of those that determine it. */
function lastChangeRevision(application: AssessedApplication): number {
	const replyChanges = application.replies.map(({ change }) => change);
	const changes = [
		application.added,
		application.lastChange,
		application.changedByOthers,
		application.removed,
		...replyChanges,
	];
	return Math.max(application.announced?.revid ?? 0, ...changes.map((change) => change?.revid ?? 0));
}

/**
 * Renders the rows of applications. The bot reads `id`, `course`, `key` and `user` back from the page; the other
 * parameters are shown.
 *
 * @returns takes an application, its status detail (plain text), and its evidence (wikitext)
 */
function rowRenderer(
	translate: Translate,
): (application: AssessedApplication, detail: string, evidence: string) => string {
	const commonParameters = memoize(
		(application: AssessedApplication) =>
			renderParameters({
				course: application.course,
				key: application.state,
				verdict: application.eligibility.verdict,
				eligibility: describeVerdict(application.eligibility.verdict, translate),
				state: translate(`wikilearn-state-${application.state}`),
				why: reviewReasons(application)
					.map((reason) => translate(`wikilearn-status-why-${reason}`))
					.join('; '),
				change: translate('wikilearn-status-change'),
			}),
		(application: AssessedApplication) =>
			[
				application.course,
				application.state,
				application.eligibility.verdict,
				...reviewReasons(application),
			].join(),
	);
	const hidden = encodeAnswer(translate('wikilearn-status-hidden'));
	// Concatenated for speed with ten thousand rows. Unescaped values are numbers, instants or our own wikitext.
	return (application, detail, evidence) => {
		const { applicant, added } = application;
		const user = applicant?.name ?? '';
		const page = applicationTarget(application);
		return (
			`{{${ROW_TEMPLATE}${commonParameters(application)}|id=${added.revid}|user=${encodeAnswer(user)}|page=${encodeAnswer(page)}` +
			`|applied=${formatInstant(added.timestamp)}|diff=${lastChangeRevision(application)}${statusDetailParameter(detail)}` +
			`|applicant=${applicant ? pageLink(`User:${user}`, user) : hidden}|evidence=${evidence}}}`
		);
	};
}
