import type { ProblemKind } from '../../../shared/history/problem.ts';
import type { Done } from '../../bot/cycle/startCycleWiki.ts';

/** What was done to the bot's own pages is told while it is remembered; a cycle that remembers nothing finds them restored. */
const CACHED_PROBLEMS: readonly ProblemKind[] = ['region-moved', 'page-restored'];

/** What a cycle came to, a line each, without when it asked, and without what is told only while it is remembered. */
function comparable({ applications, problems }: Done): readonly string[] {
	const lastingProblems = problems.filter(({ kind }) => !CACHED_PROBLEMS.includes(kind));
	return [...applications, ...lastingProblems].map((entry) =>
		JSON.stringify(entry, (key, value: unknown) => (key === 'at' || key === 'checked' ? undefined : value)),
	);
}

/** The first thing that two cycles did not agree on, or null. */
export function findDisagreement(first: Done, second: Done): string | null {
	const [firstLines, secondLines] = [comparable(first), comparable(second)];
	const index = Array.from({ length: Math.max(firstLines.length, secondLines.length) }, (_, at) => at).find(
		(at) => firstLines[at] !== secondLines[at],
	);
	return index === undefined
		? null
		: `${firstLines[index] ?? 'nothing'} instead of ${secondLines[index] ?? 'nothing'}`;
}
