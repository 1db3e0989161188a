import type { Done } from '../world/courseWorld.ts';

/** That two cycles came to the same, but for what was looked up about accounts, and when. @throws Error */
export function expectSame(one: Done, other: Done): void {
	const left = one.applications.map(comparable).concat(one.problems.map(comparable));
	const right = other.applications.map(comparable).concat(other.problems.map(comparable));
	const index = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => at).find(
		(at) => left[at] !== right[at],
	);
	if (index === undefined) return;
	const [a = 'nothing', b = 'nothing'] = [left[index], right[index]];
	const start = Math.max(0, Array.from(a).findIndex((sign, at) => sign !== b[at]) - 60);
	const show = (text: string) => text.slice(start, start + 200);
	throw new Error(`Incremental and full cycles differ: ${show(a)} instead of ${show(b)}`);
}

function comparable(thing: unknown): string {
	return JSON.stringify(thing, (key, value: unknown) =>
		['facts', 'eligibility', 'checked'].includes(key) ? undefined : value,
	);
}
