/** People review `not met` and `unknown`: the bot never declines anyone. */
export type Verdict = 'met' | 'not met' | 'unknown';

/** The evidence for a verdict. Plain data, described in the reader's language when it is displayed. */
export type Evidence =
	| {
			readonly kind: 'group';
			readonly wiki: string;
			/** The wiki's address, for its rights log, if CentralAuth reports it. */
			readonly url?: string;
			readonly group: string;
			readonly expires: string | null;
			/** True in the 30 days before `expires`. */
			readonly expiresSoon: boolean;
	  }
	| { readonly kind: 'global-group'; readonly group: string }
	/** A membership that has expired. */
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
	 * When the oldest of the facts used was read, ISO 8601. Null if the verdict uses only answers, or if no fact was known.
	 */
	readonly checkedAt: string | null;
	/** Of `any-of` and `all-of`: the results of the nested requirements. */
	readonly parts?: readonly RequirementResult[];
}

/** Eligibility for a course: the results per requirement, and the total (any not met; else any unknown; else met). */
export interface Eligibility {
	readonly verdict: Verdict;
	readonly requirements: readonly RequirementResult[];
}
