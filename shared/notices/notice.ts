import { writeMark, readMark, type Outcome } from '../actions/mark.ts';

/**
 * The kinds of notices. `decision`: the first about a decision; `promotion`: a seat after the waitlist; `correction`:
 * another change of an announced decision. `contact` asks for a preferred email address; `message` is the team's news.
 */
export const NOTICE_KINDS = [
	'receipt',
	'incomplete',
	'decision',
	'promotion',
	'correction',
	'offer-reminder',
	'offer-lapsed',
	'start',
	'contact',
	'message',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The identity of a notice: the bot sends each at most once. */
export interface NoticeEvent {
	/** The course's id. */
	readonly course: string;
	/** The applicant's user id, which survives renames. */
	readonly applicant: number;
	readonly kind: NoticeKind;
	/**
	 * For notices about a decision, `OUTCOME-REVISION`; about an offer, the decision's log revision; for a message, the
	 * action's log revision; otherwise empty.
	 */
	readonly about: string;
}

/** A sent notice, read from the bot's edit. */
export interface SentNotice extends NoticeEvent {
	/** The edit's timestamp, ISO 8601. */
	readonly at: string;
	/** The current title of the page that contains it, in any namespace. */
	readonly title: string;
	readonly revid: number;
}

/** A key that is equal for equal events. */
export function getNoticeId({ course, applicant, kind, about }: NoticeEvent): string {
	const id = `${course}/${applicant}/${kind}`;
	return about === '' ? id : `${id}/${about}`;
}

/**
 * Writes the mark that starts the edit summary of a notice and records it as sent. Only the bot's account can make such an
 * edit, nobody can change it, and it survives archiving, blanking and moves of the talk page.
 */
export function writeNoticeMark(event: NoticeEvent): string {
	return writeMark(['notice', getNoticeId(event)]);
}

/** The event in an edit summary's mark, or null. Only summaries of the bot's own edits are reliable. */
export function readNoticeMark(summary: string): NoticeEvent | null {
	const mark = readMark(summary);
	if (mark.kind !== 'mark' || mark.fields[0] !== 'notice') return null;
	const [, course = '', applicant = '', kind = '', about = '', ...rest] = mark.fields;
	if (!isNoticeKind(kind) || !/^[1-9]\d{0,15}$/.test(applicant) || rest.length > 0) return null;
	return { course, applicant: Number(applicant), kind, about };
}

function isNoticeKind(word: string): word is NoticeKind {
	return (NOTICE_KINDS as readonly string[]).includes(word);
}

/** A decision that was announced to the applicant. */
export interface AnnouncedDecision {
	readonly outcome: Outcome;
	/** The decision's log revision. */
	readonly decisionRevid: number;
	/** When it was announced, ISO 8601. */
	readonly at: string;
	/** The page and the edit of the notice. */
	readonly title: string;
	readonly revid: number;
}

const DECISION_NOTICE_KINDS: readonly NoticeKind[] = ['decision', 'promotion', 'correction'];
/** Whether a notice announces a decision, and so requires a release. */
export function announcesDecision({ kind }: { readonly kind: NoticeKind }): boolean {
	return DECISION_NOTICE_KINDS.includes(kind);
}

/**
 * The newest decision announced to an applicant, or null.
 *
 * @param notices the notices to one applicant about one course, in any order
 */
export function findAnnouncedDecision(notices: readonly SentNotice[]): AnnouncedDecision | null {
	let newest: AnnouncedDecision | null = null;
	for (const notice of notices) {
		if (!announcesDecision(notice)) continue;
		const [, outcome, decisionRevid] = /^(accepted|waitlisted|declined)-(\d+)$/.exec(notice.about) ?? [];
		if (outcome === undefined) continue;
		const { at, title, revid } = notice;
		if (newest === null || revid > newest.revid)
			newest = { outcome: outcome as Outcome, decisionRevid: Number(decisionRevid), at, title, revid };
	}
	return newest;
}
