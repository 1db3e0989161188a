import { readProgramme, type ProgrammeProblem } from '../../shared/programme/readProgramme.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';

/** Only interface administrators can edit it, which makes it the root of trust. */
export const PROGRAMME_PAGE = 'MediaWiki:Gadget-wikilearn-programme.json';

export type Loaded =
	| { readonly ok: true; readonly programme: Programme }
	| { readonly ok: false; readonly missing: true }
	| { readonly ok: false; readonly missing: false; readonly problems: readonly ProgrammeProblem[] };

/** @throws WikiError */
export async function loadProgramme(wiki: Wiki): Promise<Loaded> {
	const page = (await readPages(wiki, [PROGRAMME_PAGE])).get(PROGRAMME_PAGE);
	if (!page || page.revision.text === null) return { ok: false, missing: true };
	const read = readProgramme(page.revision.text);
	return read.ok ? read : { ok: false, missing: false, problems: read.problems };
}
