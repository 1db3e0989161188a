import type { Done } from '../world/courseWorld.ts';

/** Asserts that two cycles have the same result, except for looked-up account facts and times. @throws Error */
export function expectSameOutcome(first: Done, second: Done): void {
	const firstLines = first.applications.map(comparable).concat(first.problems.map(comparable));
	const secondLines = second.applications.map(comparable).concat(second.problems.map(comparable));
	const index = Array.from({ length: Math.max(firstLines.length, secondLines.length) }, (_, at) => at).find(
		(at) => firstLines[at] !== secondLines[at],
	);
	if (index === undefined) return;
	const [a = 'nothing', b = 'nothing'] = [firstLines[index], secondLines[index]];
	const start = Math.max(0, Array.from(a).findIndex((sign, at) => sign !== b[at]) - 60);
	const show = (text: string) => text.slice(start, start + 200);
	throw new Error(`Incremental and full cycles differ: ${show(a)} instead of ${show(b)}`);
}

function comparable(item: unknown): string {
	return JSON.stringify(item, (key, value: unknown) =>
		['facts', 'eligibility', 'checkedAt'].includes(key) ? undefined : value,
	);
}
