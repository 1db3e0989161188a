import type { Application } from '../application/application.ts';
import type { ReplyAction } from '../actions/mark.ts';
import type { Problem } from './problem.ts';
import type { Revision } from '../wiki/revision.ts';
import type { Change } from './change.ts';

/** A page with submissions: a subpage of a course's `Applications/`, or a course's talk page with all its sections. */
export interface Submission {
	readonly kind: 'subpage' | 'talk';
	readonly title: string;
	readonly pageid: number;
	/** The ids of the page's courses: one, or several that share a talk page. Never empty. */
	readonly courses: readonly string[];
	/** The user name in a subpage's title, normalized. Empty for a talk page. */
	readonly titleUserName: string;
	/** The redirect's target, or null. A redirect has no application, but its target may have one. */
	readonly movedTo: string | null;
	/** Whether the log contains an import into the page. The authors of its revisions are then unreliable. */
	readonly isImported: boolean;
	/** Oldest first, whole: a redirect that was made of an application tells of it there. */
	readonly history: readonly Revision[];
}

/** A version of an application, as saved by its applicant. */
export interface Version {
	readonly change: Change;
	readonly application: Application;
}

/** A valid reply: the applicant's own edit with a mark. */
export interface TracedReply {
	readonly reply: ReplyAction['reply'];
	/** The log revision that made the offer; null for a withdrawal. */
	readonly offer: number | null;
	readonly change: Change;
}

/** An account's application for a course on a page, with its attribution. */
export interface TracedApplication {
	readonly kind: 'subpage' | 'talk';
	readonly title: string;
	readonly pageid: number;
	/** The heading of its section on a talk page. */
	readonly section: string;
	/** The user name in a subpage's title. It may differ from the applicant's and proves nothing. */
	readonly titleUserName: string;
	readonly course: string;
	/** The change that first added it: its user is the applicant; null if unknown. */
	readonly added: Change;
	/** All versions saved by the applicant, oldest first; the last one counts. */
	readonly versions: readonly [Version, ...Version[]];
	/** The applicant's newest change to it. */
	readonly lastChange: Change;
	/** The applicant's last change to the answers. Recording that an address was sent is not one. */
	readonly answersChange: Change;
	/** The applicant's newest version, without changes by others. */
	readonly application: Application;
	/** The newest change by others, if the page now differs from the applicant's newest answers. */
	readonly changedByOthers: Change | null;
	/** The change that removed it from the page, if any. */
	readonly removed: Change | null;
	/** Whether the applicant removed it. */
	readonly isRemovedByApplicant: boolean;
	/** The applicant's own replies, oldest first. */
	readonly replies: readonly TracedReply[];
	/** The newest revision with a hidden summary or author that may be the applicant's reply; 0 if there is none. */
	readonly uncertainReplyRevid: number;
}

/** A talk page section that asks to apply but contains no application. */
export interface RequestToApply {
	/** The heading's wikitext. */
	readonly heading: string;
	/** The change that added the section: its user is the author. */
	readonly added: Change;
	/** Whether the bot has replied, or may not because of `{{nobots}}`. */
	readonly isAnswered: boolean;
}

/** The contents of a page with submissions. */
export interface TracedSubmission {
	readonly applications: readonly TracedApplication[];
	readonly requests: readonly RequestToApply[];
	/** All authors of the page: if one is renamed, the contents change. */
	readonly authors: readonly string[];
	/** Revisions without a change of the text. Moves and protections make them; the log tells which are moves. */
	readonly nullRevisions: readonly Change[];
	readonly problems: readonly Problem[];
}

/** A page with submissions: its contents with their attribution. */
export interface TracedPage extends Omit<Submission, 'history'>, TracedSubmission {
	/** When it was moved into the course's folder, ISO 8601; null if it was created there. */
	readonly arrivedAt: string | null;
}
