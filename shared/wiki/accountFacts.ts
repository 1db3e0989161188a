/** The wiki's facts about an applicant's account. Nothing here comes from a page's text. */
export interface AccountFacts {
	readonly local: Fact<LocalAccount>;
	readonly global: Fact<GlobalAccount>;
}

/** A fact, or why it is unknown (an error, no CentralAuth, not looked up), so that "unknown" is distinct from "none". */
export type Fact<T> =
	| { readonly known: true; readonly value: T; /** When it was asked, ISO 8601. */ readonly at: string }
	| { readonly known: false; readonly reason: string };

/** The account on the programme's wiki (`list=users`). */
export interface LocalAccount {
	/** The wiki's database name, for example `metawiki`. */
	readonly wiki: string;
	readonly groups: readonly Membership[];
	readonly edits: number;
	/** ISO 8601; null if the wiki has no record (accounts from before 2005). */
	readonly registered: string | null;
	readonly block: Block | null;
	/** Whether the account can receive email through the wiki. */
	readonly emailable: boolean;
}

export interface Membership {
	readonly group: string;
	/** ISO 8601; null if it does not expire. */
	readonly expires: string | null;
}

export interface Block {
	/** Partial blocks cover pages, namespaces or actions. `unknown`: CentralAuth does not report it. */
	readonly extent: 'sitewide' | 'partial' | 'unknown';
	/** ISO 8601; null if indefinite. */
	readonly expires: string | null;
	readonly reason: string;
}

/** The global account (`meta=globaluserinfo`). `exists: false`: there is no global account with this name. */
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
	/** For example `https://en.wikipedia.org`. */
	readonly url: string;
	readonly edits: number;
	/** Its local groups there. CentralAuth does not report when they expire. */
	readonly groups: readonly string[];
	readonly block: Block | null;
	readonly registered: string | null;
}
