import type { Page } from '../../shared/wiki/readPages.ts';
import type { Edit } from './readEdits.ts';

/** What is to be done about one of the project's pages. */
export type Step = { readonly title: string } & (
	| { readonly kind: 'same' }
	/** `present` is null where the page is to be created. */
	| { readonly kind: 'write'; readonly present: Page | null; readonly text: string }
	/** Somebody changed it since it was last deployed (or it never was): only if told to. */
	| { readonly kind: 'changed-here'; readonly present: Page; readonly text: string; readonly last: Edit }
	/** A course page without the place where the form appears: it belongs to the community, so it is only said. */
	| { readonly kind: 'no-mount'; readonly mount: string }
	/** `--back`: nothing was there before. */
	| { readonly kind: 'was-new' }
);
