import type { ProblemKind } from '../../../shared/history/problem.ts';
import type { Done } from '../../bot/cycle/startCycleWiki.ts';

/** Problems of the bot's own pages are only reported while cached; a cycle without a cache finds the pages restored. */
const CACHED_PROBLEMS: readonly ProblemKind[] = ['markers-moved', 'page-restored'];

/** A cycle's result as lines, without times and cached problems. */
function comparable({ applications, problems }: Done): readonly string[] {
	const lastingProblems = problems.filter(({ kind }) => !CACHED_PROBLEMS.includes(kind));
	return [...applications, ...lastingProblems].map((entry) =>
		JSON.stringify(entry, (key, value: unknown) => (key === 'at' || key === 'checkedAt' ? undefined : value)),
	);
}

/** The first difference between two cycles, or null. */
export function findDisagreement(first: Done, second: Done): string | null {
	const [firstLines, secondLines] = [comparable(first), comparable(second)];
	const index = Array.from({ length: Math.max(firstLines.length, secondLines.length) }, (_, at) => at).find(
		(at) => firstLines[at] !== secondLines[at],
	);
	return index === undefined
		? null
		: `${firstLines[index] ?? 'nothing'} instead of ${secondLines[index] ?? 'nothing'}`;
}
