import type { Problem } from '../shared/history/problem.ts';

/** By what they are about, so that the report is the same in whichever order things were read. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
	const place = ({ about, kind, revid, detail }: Problem) => [about, kind, revid ?? 0, detail].join('\n');
	return problems
		.map((problem) => ({ problem, at: place(problem) }))
		.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
		.map(({ problem }) => problem);
}
