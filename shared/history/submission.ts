import type { Application } from '../application/application.ts';
import type { ReplyAction } from '../actions/mark.ts';
import type { Problem } from './problem.ts';
import type { Revision } from '../wiki/revision.ts';
import type { Change } from './change.ts';

/** What was found on the wiki: a subpage of a course's `Applications/`, or a course's talk page with all its sections. */
export interface Submission {
	readonly kind: 'subpage' | 'talk';
	readonly title: string;
	readonly pageid: number;
	/** The ids of the courses whose page it is: of one, or of all that share a talk page. Never empty. */
	readonly courses: readonly string[];
	/** On a subpage: the user name in its title, as the wiki would write it. On a talk page empty. */
	readonly titleUserName: string;
	/** Where the page redirects to; else null. A redirect is no application, the page that it leads to may be one. */
	readonly movedTo: string | null;
	/** Whether the wiki's log tells of an import into it: then nobody can tell who made which revision. */
	readonly isImported: boolean;
	/** Oldest first, whole: a redirect that was made of an application tells of it there. */
	readonly history: readonly Revision[];
}

/** One form of an application, as its applicant saved it. */
export interface Version {
	readonly change: Change;
	readonly application: Application;
}

/** An applicant's reply that counts: an edit of their own with a mark. */
export interface TracedReply {
	readonly reply: ReplyAction['reply'];
	/** The log revision that made the offer; null: they withdrew. */
	readonly offer: number | null;
	readonly change: Change;
}

/** One account's application for one course on one page, on whose word. */
export interface TracedApplication {
	readonly kind: 'subpage' | 'talk';
	readonly title: string;
	readonly pageid: number;
	/** The heading it stands under on a talk page. */
	readonly section: string;
	/** The user name in a subpage's title. It proves nothing, but may differ from the applicant's. */
	readonly titleUserName: string;
	readonly course: string;
	/** The change that first put it on the page: its user is the applicant; null: nobody can tell. */
	readonly added: Change;
	/** Every form that the applicant gave it, oldest first; the last one counts. */
	readonly versions: readonly [Version, ...Version[]];
	/** The applicant's newest change of it. */
	readonly lastChange: Change;
	/** The applicant's change since which the answers say what they say: an address handed over changes no answer. */
	readonly answersChange: Change;
	/** As the applicant last saved it, whatever others made of the page. */
	readonly application: Application;
	/** Set where the page now says something else than the applicant's newest answers: the newest such change by others. */
	readonly changedByOthers: Change | null;
	/** Set where it is gone from the page. */
	readonly removed: Change | null;
	/** Whether the applicant removed it themselves. */
	readonly isRemovedByApplicant: boolean;
	/** The applicant's own, oldest first. */
	readonly replies: readonly TracedReply[];
	/** The newest revision that may be a reply of theirs, where its summary or author is hidden; 0: none. */
	readonly uncertainReplyRevid: number;
}

/** A section of a talk page that asks to apply and holds no application. */
export interface RequestToApply {
	/** The heading's wikitext. */
	readonly heading: string;
	/** The change that added the section: its user asks. */
	readonly added: Change;
	/** Whether the bot has replied to it, or must not: the page says `{{nobots}}`. */
	readonly isAnswered: boolean;
}

/** All that a submission says. */
export interface TracedSubmission {
	readonly applications: readonly TracedApplication[];
	readonly requests: readonly RequestToApply[];
	/** Everybody who appears in it: a rename of one of them changes what it says. */
	readonly authors: readonly string[];
	/** Revisions that changed no text, as moves and protections make them; the log says which were moves. */
	readonly nullRevisions: readonly Change[];
	readonly problems: readonly Problem[];
}

/** One page of submissions, read: what it says, and on whose word. */
export interface TracedPage extends Omit<Submission, 'history'>, TracedSubmission {
	/** When it was moved into the course's folder from elsewhere, ISO 8601; null: it was begun there. */
	readonly arrivedAt: string | null;
}
