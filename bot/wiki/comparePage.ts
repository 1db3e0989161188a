import type { Page } from '../../shared/wiki/readPages.ts';
import type { SaveResult } from '../../shared/wiki/savePage.ts';

/** A page as the bot wants it to be. */
export interface PageUpdate {
	readonly title: string;
	/** Makes the new text of the present one (empty where there is no page); null: the page cannot be written to. */
	readonly text: (present: string) => string | null;
	readonly summary: string;
	/** The page is not made where there is none (any more). */
	readonly onlyIfExists?: boolean;
	/** Makes a page of wikitext of one that somebody gave another content model. */
	readonly resetModel?: boolean;
}

export type PublishResult = { readonly title: string } & ({ readonly kind: 'unchanged' } | SaveResult);

const MALFORMED_MARKERS =
	'The markers of the bot’s part are doubled, in the wrong order, or half gone. Repair them or remove them all.';

/** What has to be done to a page. */
type Comparison =
	PublishResult | { readonly kind: 'differs'; readonly before: string; readonly text: string };

/** Compares a page with what it should be, and writes nothing. */
export function comparePage(wanted: PageUpdate, present: Page | null): Comparison {
	const { title } = wanted;
	if (!present && wanted.onlyIfExists) return { title, kind: 'unchanged' };
	const before = present?.revision.text ?? '';
	const text = wanted.text(before);
	if (text === null) return { title, kind: 'refused', code: 'no-region', message: MALFORMED_MARKERS };
	if (present && text.trimEnd() === before.trimEnd()) return { title, kind: 'unchanged' };
	return { kind: 'differs', before, text };
}
