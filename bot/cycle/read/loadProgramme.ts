import type { ProgrammeProblem } from '../../../shared/programme/programmeProblem.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Page } from '../../../shared/wiki/readPages.ts';

/** The page is missing, or its problems. */
export type ProgrammeProblems = 'missing' | readonly ProgrammeProblem[];

type LoadedProgramme =
	| { readonly ok: true; readonly programme: Programme; readonly revid: number }
	| { readonly ok: false; readonly problems: ProgrammeProblems };

export function loadProgramme(page: Page | null): LoadedProgramme {
	const text = page?.revision.text ?? null;
	if (!page || text === null) return { ok: false, problems: 'missing' };
	const parsed = readProgramme(text);
	return parsed.ok ? { ...parsed, revid: page.revision.revid } : parsed;
}
