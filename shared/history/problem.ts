/** Something that a person has to look at. `about` is a title; words are made of `kind` where it is shown. */
export interface Problem {
	readonly kind: ProblemKind;
	readonly about: string;
	/** A user name, a template's name or an error, for the message. */
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
	/** A subpage that redirects to a page outside the course's pages; `detail` is its title. */
	| 'moved-away'
	/** The application's course differs from the page's. */
	| 'other-course'
	/** A subpage in one account's name, made by another account. */
	| 'created-by-other-account'
	| 'changed-by-others'
	/** A public answer may contain contact details; `detail` lists the questions, never the address. */
	| 'contact-detail'
	| 'removed-by-others'
	/** Made before applications opened. */
	| 'too-early'
	/** One account, one course, more than one application. */
	| 'duplicate-application'
	/** A decision, reply or release written as a template: it has no effect. `detail` is the template's name. */
	| 'ineffective-template'
	/** A mark without effect in an edit summary; `detail` says why. */
	| 'ineffective-mark'
	/** An edit that may or may not be an action; `detail` says why. */
	| 'uncertain-action'
	/** What was released is not what the log says. */
	| 'release-mismatch'
	/** The log page cannot be read, or is not where the programme says; `detail` says which. */
	| 'log-page'
	/** A seat was announced, but its application can no longer be read. */
	| 'seat-without-application'
	/** A decision that was announced was taken back, and nobody decided again. */
	| 'decision-revoked'
	/** A section of a talk page that asks to apply, without the template. `detail` is its author. */
	| 'request-to-apply'
	/** The programme page cannot be used as it is now; its last good revision is in force. */
	| 'programme-invalid'
	/** The programme page's bot, people, log or contact changed; `detail` says which, and who changed it. */
	| 'programme-changed'
	/** A name on the programme page differs from the account with its user id; `detail` says which. */
	| 'person-mismatch'
	/** Facts about an account could not be had. */
	| 'lookup-failed'
	/** A notice that could not be delivered; `detail` says why. */
	| 'undelivered'
	/** More people were accepted than a course has seats; `about` is its page, `detail` how many too many. */
	| 'over-capacity'
	/** Found by the audit, and should never be: the same notice sent again; `detail` is its id. */
	| 'duplicate-notice'
	/** The wiki refused a page that the bot wanted to write. */
	| 'not-saved'
	/** One of the bot's own pages was moved or redirected; the bot restored it. */
	| 'page-restored'
	/** Somebody removed the bot's region from an application's page: it is left out. */
	| 'region-removed'
	/** Somebody moved the region's markers around other text, which the bot left where it is. */
	| 'markers-moved'
	/** The region's markers are doubled, in the wrong order or half gone; the page is not touched. */
	| 'malformed-markers';

/** Details with a message. Other details are names, or text from the page. */
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

/** The message key for a problem's `detail`; null if the detail is a name or text from a page. */
export function getReasonMessageKey({ kind, detail }: Problem): string | null {
	if (kind === 'unreadable' && UNREADABLE_REASONS.includes(detail))
		return `wikilearn-problem-reason-${detail}`;
	if (kind === 'ineffective-mark') return `wikilearn-problem-mark-${detail}`;
	if (kind === 'uncertain-action') return `wikilearn-problem-uncertain-${detail}`;
	return null;
}
