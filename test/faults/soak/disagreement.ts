import type { ProblemKind } from '../../../shared/history/problem.ts';
import type { Done } from '../../bot/cycle/startCycleWiki.ts';

/** What was done to the bot's own pages is told while it is remembered; a cycle that remembers nothing finds them restored. */
const REMEMBERED: readonly ProblemKind[] = ['region-moved', 'page-restored'];

/** What a cycle came to, a line each, without when it asked, and without what is told only while it is remembered. */
function comparable({ applications, problems }: Done): readonly string[] {
	const lasting = problems.filter(({ kind }) => !REMEMBERED.includes(kind));
	return [...applications, ...lasting].map((one) =>
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
