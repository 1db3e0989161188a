import { templateCall } from '../templateCall.ts';
import type { Figure } from './figure.ts';

/** A small table with a bar beside each figure; nothing where there is nothing to show. */
export function renderChart(caption: string, figures: readonly Figure[]): readonly string[] {
	if (figures.length === 0) return [];
	const most = figures.reduce((max, { count }) => Math.max(max, count), 1);
	return [
		templateCall('WikiLearn status/chart', { caption }),
		...figures.map(({ label, count }) =>
			templateCall('WikiLearn status/bar', {
				label,
				count: String(count),
				part: String(Math.round((100 * count) / most)),
			}),
		),
		templateCall('WikiLearn status/table end', {}),
	];
}
