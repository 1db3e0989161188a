/** What is odd about an application on a page. `start` is the offset of the call's `{{`. */
export type ReadProblem =
	/** The call's `}}` is missing: nothing of it is read. */
	| { readonly kind: 'unclosed-template'; readonly start: number }
	/** There are more calls than are read; what stands below this one may be left out. */
	| { readonly kind: 'too-many'; readonly start: number }
	/** The application is read, with an empty course. */
	| { readonly kind: 'missing-course'; readonly start: number }
	/** A second call for the same course in the same section. Both are read. */
	| { readonly kind: 'duplicate-call'; readonly start: number; readonly course: string }
	/** The same parameter twice: the last one counts, as in MediaWiki. */
	| { readonly kind: 'duplicate-parameter'; readonly start: number; readonly name: string }
	/** A value without a name, as a `|` in hand-written text makes it. It is read as the answer `1`, `2` … */
	| { readonly kind: 'unnamed-parameter'; readonly start: number; readonly name: string }
	/** An address where only `sent` should stand. It is not read: the team is asked to remove it. */
	| { readonly kind: 'address-on-page'; readonly start: number };
