import type { Done } from '../../bot/cycle/startCycleWiki.ts';

/** What a cycle came to, without when it asked, a line each. */
function comparable({ applications, problems }: Done): readonly string[] {
	return [...applications, ...problems].map((one) =>
		JSON.stringify(one, (key, value: unknown) => (key === 'at' || key === 'checked' ? undefined : value)),
	);
}

/** The first thing that two cycles did not agree on, or null. */
export function disagreement(one: Done, other: Done): string | null {
	const [left, right] = [comparable(one), comparable(other)];
	const index = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => at).find(
		(at) => left[at] !== right[at],
	);
	return index === undefined ? null : `${left[index] ?? 'nothing'} instead of ${right[index] ?? 'nothing'}`;
}
