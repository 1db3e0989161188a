/** Something that a person has to look at. `about` is a title; words are made of `kind` where it is shown. */
export interface Problem {
	readonly kind: ProblemKind;
	readonly about: string;
	/** A user name, a template's name, an error: what the message needs besides. */
	readonly detail: string;
	readonly revid?: number;
}

export type ProblemKind =
	/** The page holds no application that can be read, or one that readers do not see; `detail` says why. */
	| 'unreadable'
	/** Nobody can tell whose application it is. */
	| 'hidden-author'
	/** Made by an IP address or a temporary account. */
	| 'no-account'
	/** A course's page does not exist. */
	| 'missing-page'
	/** A subpage that redirects to a page which is not gathered; `detail` names it. */
	| 'moved-away'
	/** The application names another course than the page that it stands on. */
	| 'other-course'
	/** A subpage in one account's name, made by another account. */
	| 'made-by-other'
	| 'changed-by-others'
	/** A public answer seems to hold contact details; `detail` names the questions, never the address. */
	| 'contact-detail'
	| 'removed-by-others'
	/** Made before applications opened. */
	| 'too-early'
	/** One account, one course, more than one application. */
	| 'second-application'
	/** A decision, reply or release written as a template: it has no effect. `detail` is the template's name. */
	| 'ineffective-template'
	/** A mark in an edit summary that has no effect; `detail` says why. */
	| 'ineffective-mark'
	/** Nobody can tell whether this edit was an action; `detail` says why. */
	| 'uncertain-action'
	/** What was released is not what the log says. */
	| 'release-differs'
	/** The log page cannot be read, or is not where the programme says; `detail` says which. */
	| 'log-page'
	/** A seat was announced, and its application cannot be read any more. */
	| 'seat-without-application'
	/** A decision that was announced was taken back, and nobody decided again. */
	| 'taken-back'
	/** A section of a talk page that asks to apply, without the template. `detail` is its author. */
	| 'asks-without-template'
	/** The programme page cannot be used as it is now; its last good revision is in force. */
	| 'programme-invalid'
	/** Bot, people, log or contact were changed on the programme page; `detail` says which, and who did it. */
	| 'programme-changed'
	/** A name on the programme page is not the account's with the id beside it; `detail` says which. */
	| 'person-mismatch'
	/** Facts about an account could not be had. */
	| 'look-up-failed'
	/** A notice that could not be delivered; `detail` says why. */
	| 'undelivered'
	/** More people were accepted than a course has seats; `about` is its page, `detail` how many too many. */
	| 'over-seats'
	/** Found by the audit, and should never be: the same notice sent again; `detail` is its id. */
	| 'audit-double-notice'
	/** The wiki refused a page that the bot wanted to write. */
	| 'not-saved'
	/** A page of the bot's own was moved or made a redirect; it is back at its title. */
	| 'page-restored'
	/** Somebody removed the bot's region from an application's page: it is left out. */
	| 'region-left-out'
	/** Somebody moved the region's markers around other text, which the bot left where it is. */
	| 'region-moved'
	/** The region's markers are doubled, in the wrong order or half gone; the page is not touched. */
	| 'malformed-markers';

/** Reasons for which there is a message. Other details are names, or text from the page. */
const UNREADABLE_REASONS: readonly string[] = [
	'hidden',
	'no-application',
	'unclosed-template',
	'too-many',
	'missing-course',
	'duplicate-call',
	'duplicate-parameter',
	'unnamed-parameter',
	'address-on-page',
	'not-shown',
	'imported',
];

/** The key of the message that says a problem's `detail`; null: the detail is a name, or text from a page. */
export function getReasonMessageKey({ kind, detail }: Problem): string | null {
	if (kind === 'unreadable' && UNREADABLE_REASONS.includes(detail))
		return `wikilearn-problem-reason-${detail}`;
	if (kind === 'ineffective-mark') return `wikilearn-problem-mark-${detail}`;
	if (kind === 'uncertain-action') return `wikilearn-problem-uncertain-${detail}`;
	return null;
}
