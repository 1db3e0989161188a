/** `not met` and `unknown` go to a person: the bot never declines anyone. */
export type Verdict = 'met' | 'not met' | 'unknown';

/** What a requirement was judged by. Plain data; words are made of it where it is shown, in the reader's language. */
export type Evidence =
	| {
			readonly kind: 'group';
			readonly wiki: string;
			/** Where the wiki is, if CentralAuth told; its rights log is there. */
			readonly url?: string;
			readonly group: string;
			readonly expires: string | null;
			/** True within 30 days before `expires`. */
			readonly expiresSoon: boolean;
	  }
	| { readonly kind: 'global-group'; readonly group: string }
	/** A membership that no longer counts. */
	| {
			readonly kind: 'expired-group';
			readonly wiki: string;
			readonly url?: string;
			readonly group: string;
			readonly expires: string;
	  }
	| { readonly kind: 'no-group'; readonly wikisChecked: number }
	| { readonly kind: 'edits'; readonly wiki: string | null; readonly count: number; readonly min: number }
	| {
			readonly kind: 'age';
			readonly wiki: string | null;
			readonly registered: string;
			readonly days: number;
			readonly min: number;
	  }
	| {
			readonly kind: 'block';
			readonly wiki: string;
			readonly url?: string;
			readonly extent: 'sitewide' | 'partial' | 'unknown';
			readonly expires: string | null;
	  }
	| { readonly kind: 'lock' }
	| { readonly kind: 'not-blocked'; readonly wikisChecked: number }
	| { readonly kind: 'answer'; readonly question: string; readonly given: string | null }
	| { readonly kind: 'missing'; readonly what: 'local' | 'global' | 'registration'; readonly reason: string };

export interface RequirementResult {
	/** The requirement's id. */
	readonly requirement: string;
	readonly verdict: Verdict;
	readonly evidence: readonly Evidence[];
	/**
	 * When the facts were asked, ISO 8601: the oldest of those that were looked at, so that all are at least as fresh.
	 * Null if it rests on answers alone, or if no fact was known.
	 */
	readonly checkedAt: string | null;
	/** Of `any-of` and `all-of`: the results of their parts. */
	readonly parts?: readonly RequirementResult[];
}

/** Eligibility for a course: a result for each requirement, and the sum (any not met; else any unknown; else met). */
export interface Eligibility {
	readonly verdict: Verdict;
	readonly requirements: readonly RequirementResult[];
}
