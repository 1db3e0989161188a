import type { Problem } from '../../../shared/programme/problem.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Page } from '../../../shared/wiki/readPages.ts';

/** No programme page yet, or what is wrong with it. */
export type ProgrammeProblems = 'missing' | readonly Problem[];

export type Loaded =
	| { readonly ok: true; readonly programme: Programme; readonly revid: number }
	| { readonly ok: false; readonly problems: ProgrammeProblems };

export function loadProgramme(page: Page | null): Loaded {
	const text = page?.revision.text ?? null;
	if (!page || text === null) return { ok: false, problems: 'missing' };
	const read = readProgramme(text);
	return read.ok ? { ...read, revid: page.revision.revid } : read;
}
