import { describeProblem } from '../../shared/programme/problem.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readHistory, type Page } from '../../shared/wiki/readPages.ts';
import { loadProgramme, type ProgrammeProblems } from './loadProgramme.ts';
import { PROGRAMME_PAGE } from './programmePage.ts';

export type InForce =
	| {
			readonly ok: true;
			readonly programme: Programme;
			/** The revision that it was read from. */
			readonly revid: number;
			/** Why it is not the newest one. */
			readonly problems: readonly Problem[];
	  }
	| { readonly ok: false; readonly problems: ProgrammeProblems };

/**
 * The programme as its page has it; where that cannot be used, as the newest revision has it that can: a slip of the
 * pen must not stop the answering of applications. A deleted page has no revisions that the bot may read.
 *
 * @throws WikiError
 */
export async function programmeInForce(wiki: Wiki, page: Page | null): Promise<InForce> {
	const newest = loadProgramme(page);
	if (newest.ok) return { ...newest, problems: [] };
	if (!page) return newest;
	const history = await readHistory(wiki, PROGRAMME_PAGE);
	for (const revision of [...history].reverse()) {
		const older = loadProgramme({ ...page, revision });
		if (older.ok) return { ...older, problems: [tell(newest.problems, page.revision.revid)] };
	}
	return newest;
}

function tell(problems: ProgrammeProblems, revid: number): Problem {
	const detail = problems === 'missing' ? 'hidden' : problems.map(describeProblem).join('; ');
	return { kind: 'programme-invalid', about: PROGRAMME_PAGE, detail, revid };
}
