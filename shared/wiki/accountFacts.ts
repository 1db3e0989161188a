/** What the wiki says about an applicant's account. Nothing here comes from a page's text. */
export interface AccountFacts {
	readonly local: Fact<LocalAccount>;
	readonly global: Fact<GlobalAccount>;
}

/** A fact, or why there is none: an error, no CentralAuth, not looked up. Never confused with "has none". */
export type Fact<T> =
	| { readonly known: true; readonly value: T; /** When it was asked, ISO 8601. */ readonly at: string }
	| { readonly known: false; readonly reason: string };

/** The account on the programme's wiki (`list=users`). */
export interface LocalAccount {
	/** The wiki's database name, e.g. `metawiki`. */
	readonly wiki: string;
	readonly groups: readonly Membership[];
	readonly edits: number;
	/** ISO 8601, or null where the wiki does not know (accounts from before 2005). */
	readonly registered: string | null;
	readonly block: Block | null;
	/** Whether the wiki's mail reaches the account. */
	readonly emailable: boolean;
}

export interface Membership {
	readonly group: string;
	/** ISO 8601, or null: does not expire. */
	readonly expires: string | null;
}

export interface Block {
	/** Partial blocks name pages, namespaces or actions. `unknown`: CentralAuth does not say. */
	readonly extent: 'sitewide' | 'partial' | 'unknown';
	/** ISO 8601, or null: indefinite. */
	readonly expires: string | null;
	readonly reason: string;
}

/** The account over all wikis (`meta=globaluserinfo`). `exists: false`: no global account of this name. */
export type GlobalAccount =
	| { readonly exists: false }
	| {
			readonly exists: true;
			readonly id: number;
			readonly registered: string | null;
			readonly edits: number;
			readonly locked: boolean;
			readonly groups: readonly string[];
			readonly wikis: readonly AttachedAccount[];
	  };

export interface AttachedAccount {
	readonly wiki: string;
	/** e.g. `https://en.wikipedia.org`. */
	readonly url: string;
	readonly edits: number;
	/** Local groups there; CentralAuth does not tell when they expire. */
	readonly groups: readonly string[];
	readonly block: Block | null;
	readonly registered: string | null;
}
