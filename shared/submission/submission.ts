import type { Application } from '../application/application.ts';
import type { Revision } from '../wiki/revision.ts';
import type { TracedDecision, TracedReply } from '../mark/mark.ts';
import type { Ask } from './ask.ts';
import type { Change } from './change.ts';

/** What was found on the wiki: a subpage of a course's `Applications/`, or a course's talk page with all its sections. */
export interface Submission {
	readonly kind: 'subpage' | 'talk';
	readonly title: string;
	readonly pageid: number;
	/** The ids of the courses whose page it is: of one, or of all that share a talk page. Never empty. */
	readonly courses: readonly string[];
	/** On a subpage: the user name in its title, as the wiki would write it. On a talk page empty. */
	readonly inName: string;
	/** Where the page redirects to; else null. A redirect is no application, the page that it leads to may be one. */
	readonly movedTo: string | null;
	/** Oldest first, whole: a redirect that was made of an application tells of it there. */
	readonly history: readonly Revision[];
}

/** What a submission says, once read, and on whose word. */
export interface TracedApplication {
	readonly kind: 'subpage' | 'talk';
	readonly title: string;
	readonly pageid: number;
	/** The heading it stands under on a talk page. */
	readonly section: string;
	/** The user name in a subpage's title. It proves nothing, but may differ from the applicant's. */
	readonly inName: string;
	readonly course: string;
	/** The change that added it: its user is the applicant, its timestamp tells whether it is late. */
	readonly added: Change;
	/** The newest change of the answers by the applicant: these answers count. */
	readonly answered: Change;
	/** The applicant's change since which the answers say what they say: neither an address nor a withdrawal changes them. */
	readonly answersSince: Change;
	readonly application: Application;
	/** Set where the page now says something else than the applicant's newest answers: the newest such change by others. */
	readonly changedByOthers: Change | null;
	/** Set where it is gone from the page. */
	readonly removed: Change | null;
	/** By the applicant: with the template's parameter, or by taking it away. Nobody else can, or can undo it. */
	readonly withdrawn: boolean;
	/** Those that count, oldest first. */
	readonly decisions: readonly TracedDecision[];
	/** The applicant's own to offers, oldest first. */
	readonly replies: readonly TracedReply[];
	/** By reviewers who will not decide this one. */
	readonly recusals: readonly Change[];
}

/** All that a submission says. */
export interface TracedSubmission {
	readonly applications: readonly TracedApplication[];
	/** Sections that ask to apply and hold no application. */
	readonly asks: readonly Ask[];
	/** Everybody who appears in it: a rename of one of them changes what it says. */
	readonly authors: readonly string[];
	readonly problems: readonly Problem[];
}

/** Something that a person has to look at. `about` is a title; words are made of `kind` where it is shown. */
export interface Problem {
	readonly kind: ProblemKind;
	readonly about: string;
	/** A user name, a template's name, an error: what the message needs besides. */
	readonly detail: string;
	readonly revid?: number;
}

export type ProblemKind =
	/** The page holds no application that can be read; `detail` says why. */
	| 'unreadable'
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
	/** One account, one course, more than one application. */
	| 'second-application'
	/** A decision put on the page, or put back, by someone who is no reviewer; it has no effect. */
	| 'foreign-decision'
	/** A reviewer's decision that someone else changed, moved or removed; it still counts as it was. */
	| 'decision-changed'
	/** A reply to an offer by someone else than the applicant; it has no effect. */
	| 'foreign-reply'
	/** An applicant's reply that someone else changed, moved or removed; it still counts as it was. */
	| 'reply-changed'
	/** A section of a talk page that asks to apply, without the template. `detail` is its author. */
	| 'asks-without-template'
	/** The programme page cannot be used as it is now; its last good revision is in force. */
	| 'programme-invalid'
	/** Facts about an account could not be had. */
	| 'look-up-failed'
	/** A notice that could not be delivered; `detail` says why. */
	| 'undelivered'
	/** More people were accepted than a course has seats; `about` is its page, `detail` how many too many. */
	| 'over-seats'
	/** Found by the audit, and should never be: two applications of an account for one course that both count. */
	| 'audit-two-live'
	/** Found by the audit, and should never be: the same notice sent again; `detail` is its id. */
	| 'audit-double-notice'
	/** The wiki refused a page that the bot wanted to write. */
	| 'not-saved'
	/** The bot's region was removed from a page: it is back, or (removed a second time) left out. */
	| 'region-removed'
	| 'region-left-out'
	/** The region's markers are doubled, in the wrong order or half gone; the page is not touched. */
	| 'region-muddled';
