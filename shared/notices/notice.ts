import { writeMark, readMark, type Outcome } from '../actions/mark.ts';

/**
 * What applicants are told. `decision`: the first about a decision; `promotion`: a seat for somebody who was told of the
 * waitlist; `correction`: another decision than the one announced. `contact` asks for a preferred address, `message` is
 * the team's news.
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

/** What makes a notice the same as another one: each is sent once, whatever happens. */
export interface NoticeEvent {
	/** The course's id. */
	readonly course: string;
	/** The applicant's user id, which a rename keeps. */
	readonly applicant: number;
	readonly kind: NoticeKind;
	/**
	 * Of notices about a decision, `OUTCOME-REVISION`; about an offer, the log revision of the decision; of a message,
	 * the log revision of the action; else empty.
	 */
	readonly about: string;
}

/** A notice that was sent, as the bot's own edit tells. */
export interface SentNotice extends NoticeEvent {
	/** ISO 8601, the edit's. */
	readonly at: string;
	/** The page that holds it now, in whichever namespace. */
	readonly title: string;
	readonly revid: number;
}

/** Equal for equal events. */
export function getNoticeId({ course, applicant, kind, about }: NoticeEvent): string {
	const id = `${course}/${applicant}/${kind}`;
	return about === '' ? id : `${id}/${about}`;
}

/**
 * What says on the wiki that a notice was sent: it begins the summary of the bot's edit. Nobody but the bot's account can
 * make such an edit, nobody can change it, and it stays the bot's contribution when the talk page is archived, blanked or
 * moved.
 */
export function writeNoticeMark(event: NoticeEvent): string {
	return writeMark(['notice', getNoticeId(event)]);
}

/** The event that an edit summary tells of, or null. Only the bot's own summaries are to be believed. */
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
	/** The log revision of the decision. */
	readonly decisionRevid: number;
	/** When they were told, ISO 8601. */
	readonly at: string;
	/** Where, and by which edit. */
	readonly title: string;
	readonly revid: number;
}

const DECISION_NOTICE_KINDS: readonly NoticeKind[] = ['decision', 'promotion', 'correction'];
/** Whether a notice announces a decision, and so waits for a release. */
export function announcesDecision({ kind }: { readonly kind: NoticeKind }): boolean {
	return DECISION_NOTICE_KINDS.includes(kind);
}

/**
 * The newest decision that was announced to an applicant, or null.
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
