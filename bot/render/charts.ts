import { readAnswer } from '../../shared/application/answerValue.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { getValue } from '../../shared/rules/assessment.ts';
import { STATES } from '../../shared/rules/state.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { memoize } from './text/memoize.ts';
import { renderTemplateCall } from './text/wikitext.ts';

/** A row of a small chart: label and count. */
export interface Figure {
	readonly label: string;
	readonly count: number;
}

/** A small table with a bar for each figure; empty without figures. */
export function renderChart(caption: string, figures: readonly Figure[]): readonly string[] {
	if (figures.length === 0) return [];
	const maximum = figures.reduce((max, { count }) => Math.max(max, count), 1);
	return [
		renderTemplateCall('WikiLearn status/chart', { caption }),
		...figures.map(({ label, count }) =>
			renderTemplateCall('WikiLearn status/bar', {
				label,
				count: String(count),
				part: String(Math.round((100 * count) / maximum)),
			}),
		),
		renderTemplateCall('WikiLearn status/table end', {}),
	];
}

/** The number of applications in each state, in the order of the states; empty states are left out. */
export function countStates(
	applications: readonly AssessedApplication[],
	translate: Translate,
): readonly Figure[] {
	return STATES.map((state) => ({
		label: translate(`wikilearn-state-${state}`),
		count: applications.filter((application) => application.state === state).length,
	})).filter(({ count }) => count > 0);
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer periods are shown by week, to keep the chart short. */
const MAX_DAYS = 31;
/** 1970-01-01 was a Thursday, three days after a Monday. */
const THURSDAY_OFFSET = 3;

/** Applications per day from the first to the last, or per week (labelled with its Monday) for long periods. */
export function countDays(applications: readonly AssessedApplication[]): {
	readonly unit: 'day' | 'week';
	readonly figures: readonly Figure[];
} {
	const days = applications.map(({ added }) => Math.floor(Date.parse(added.timestamp) / DAY_MS));
	const first = days.reduce((a, b) => Math.min(a, b), Infinity);
	const last = days.reduce((a, b) => Math.max(a, b), -Infinity);
	const unit = last - first < MAX_DAYS ? 'day' : 'week';
	const startOf = (day: number) => (unit === 'day' ? day : day - ((day + THURSDAY_OFFSET) % 7));
	const counts = new Map<number, number>();
	if (days.length > 0)
		for (let day = startOf(first); day <= last; day += unit === 'day' ? 1 : 7) counts.set(day, 0);
	for (const day of days) counts.set(startOf(day), (counts.get(startOf(day)) ?? 0) + 1);
	const figures = [...counts].map(([day, count]) => ({ label: formatDay(day), count }));
	return { unit, figures };
}

function formatDay(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

const MAX_WIKIS = 12;

/** The number of applicants per home wiki, the most frequent first; rare ones are grouped. */
export function countWikis(
	course: Course,
	applications: readonly AssessedApplication[],
	translate: Translate,
): readonly Figure[] {
	const counts = new Map<string, number>();
	const read = memoize(readAnswer, ({ id }, text) => `${id} ${text}`);
	let unknown = 0;
	for (const application of applications) {
		const wiki = findHomeWiki(course, application, read);
		if (wiki === null) unknown++;
		else counts.set(wiki, (counts.get(wiki) ?? 0) + 1);
	}
	const figures = [...counts]
		.map(([label, count]) => ({ label, count }))
		.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
	const rare = figures.length > MAX_WIKIS ? figures.slice(MAX_WIKIS - 1) : [];
	const other = rare.reduce((sum, { count }) => sum + count, 0);
	return [
		...figures.slice(0, figures.length - rare.length),
		...(other > 0 ? [{ label: translate('wikilearn-status-wikis-other', rare.length), count: other }] : []),
		...(unknown > 0 ? [{ label: translate('wikilearn-status-wikis-unknown'), count: unknown }] : []),
	];
}

/** The wiki that the applicant names; otherwise the one with the account's most edits. */
function findHomeWiki(
	course: Course,
	application: AssessedApplication,
	read: typeof readAnswer,
): string | null {
	const question = course.questions.find(({ type }) => type === 'wiki');
	if (question) {
		const answer = read(question, application.application.answers[question.id] ?? '');
		if (answer.ok && answer.type === 'wiki') return answer.value;
	}
	const global = getValue(application.facts.global);
	if (!global?.exists) return null;
	const [top] = [...global.wikis].sort((a, b) => b.edits - a.edits || (a.wiki < b.wiki ? -1 : 1));
	return top?.wiki ?? null;
}
