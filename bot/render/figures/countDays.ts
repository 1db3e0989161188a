import type { AssessedApplication } from '../../assess/assessApplications.ts';
import type { Figure } from './figure.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A longer flow is shown by week, so that the chart stays short. */
const MOST_DAYS = 31;
/** 1970-01-01 was a Thursday: three days after a Monday. */
const THURSDAY = 3;

/** The flow of applications from the first day to the last, by day, or by week (named by its Monday) where it is long. */
export function countDays(applications: readonly AssessedApplication[]): {
	readonly unit: 'day' | 'week';
	readonly figures: readonly Figure[];
} {
	const days = applications.map(({ added }) => Math.floor(Date.parse(added.timestamp) / DAY_MS));
	const first = days.reduce((a, b) => Math.min(a, b), Infinity);
	const last = days.reduce((a, b) => Math.max(a, b), -Infinity);
	const unit = last - first < MOST_DAYS ? 'day' : 'week';
	const startOf = (day: number) => (unit === 'day' ? day : day - ((day + THURSDAY) % 7));
	const counts = new Map<number, number>();
	if (days.length > 0)
		for (let day = startOf(first); day <= last; day += unit === 'day' ? 1 : 7) counts.set(day, 0);
	for (const day of days) counts.set(startOf(day), (counts.get(startOf(day)) ?? 0) + 1);
	const figures = [...counts].map(([day, count]) => ({ label: dayText(day), count }));
	return { unit, figures };
}

function dayText(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
