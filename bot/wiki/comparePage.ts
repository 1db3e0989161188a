import type { Page } from '../../shared/wiki/readPages.ts';
import type { SaveResult } from '../../shared/wiki/savePage.ts';

/** An intended change of a page. */
export interface PageUpdate {
	readonly title: string;
	/** Returns the new text for the current one (empty for a missing page); null: the page cannot be edited. */
	readonly text: (present: string) => string | null;
	readonly summary: string;
	/** If true, the page is not created, nor recreated. */
	readonly onlyIfExists?: boolean;
	/** If true, a changed content model is reset to wikitext. */
	readonly resetModel?: boolean;
}

export type PublishResult = { readonly title: string } & ({ readonly kind: 'unchanged' } | SaveResult);

const MALFORMED_MARKERS =
	'The markers of the bot’s part are doubled, in the wrong order, or half gone. Repair them or remove them all.';

/** What to do with a page. */
type Comparison =
	PublishResult | { readonly kind: 'differs'; readonly before: string; readonly text: string };

/** Compares a page with its intended text; writes nothing. */
export function comparePage(wanted: PageUpdate, present: Page | null): Comparison {
	const { title } = wanted;
	if (!present && wanted.onlyIfExists) return { title, kind: 'unchanged' };
	const before = present?.revision.text ?? '';
	const text = wanted.text(before);
	if (text === null) return { title, kind: 'refused', code: 'malformed-markers', message: MALFORMED_MARKERS };
	if (present && text.trimEnd() === before.trimEnd()) return { title, kind: 'unchanged' };
	return { kind: 'differs', before, text };
}
