import type { Application } from '../application/application.ts';
import type { Revision } from '../wiki/revision.ts';
import type { Change } from './traceCalls.ts';

/** What was found on the wiki: a subpage of a course's `Applications/`, or a course's talk page with all its sections. */
export interface Submission {
	readonly kind: 'subpage' | 'talk';
	readonly title: string;
	readonly pageid: number;
	/** The id of the course whose page it belongs to. */
	readonly course: string;
	/** Where the page redirects to; else null. A redirect is no application, the page that it leads to may be one. */
	readonly movedTo: string | null;
	/** Oldest first, whole; empty for a redirect. */
	readonly history: readonly Revision[];
}

/** What a submission says, once read, and on whose word. */
export interface TracedApplication {
	readonly kind: 'subpage' | 'talk';
	readonly title: string;
	readonly pageid: number;
	/** The heading it stands under on a talk page. */
	readonly section: string;
	readonly course: string;
	/** The change that added it: its user is the applicant, its timestamp tells whether it is late. */
	readonly added: Change;
	/** The newest change of the answers by the applicant: these answers count. */
	readonly answered: Change;
	readonly application: Application;
	/** Set where the page now says something else than the applicant's newest answers: the newest such change by others. */
	readonly changedByOthers: Change | null;
	/** Set where it is gone from the page. */
	readonly removed: Change | null;
	readonly withdrawn: boolean;
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
	/** A course's page does not exist. */
	| 'missing-page'
	/** A subpage that redirects to a page which is not gathered; `detail` names it. */
	| 'moved-away'
	/** The application names another course than the page that it stands on. */
	| 'other-course'
	/** A subpage in one account's name, made by another account. */
	| 'made-by-other'
	| 'changed-by-others'
	| 'removed-by-others'
	/** One account, one course, more than one application. */
	| 'second-application'
	/** Facts about an account could not be had. */
	| 'look-up-failed'
	/** The wiki refused a page that the bot wanted to write. */
	| 'not-saved';
