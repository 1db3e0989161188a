import type { NoticeEvent } from '../../shared/notice/notice.ts';

/** The texts of notices, which `noticeBody` writes. */
export const noticeTexts = [
	'receipt',
	'incomplete',
	'accepted',
	'waitlisted',
	'declined',
	'offer reminder',
	'offer lapsed',
	'start',
	'contact',
] as const;
export type NoticeText = (typeof noticeTexts)[number];

/** A notice that is due, or waits in the outbox. */
export interface PlannedNotice extends NoticeEvent {
	readonly to: { readonly id: number; readonly name: string };
	readonly text: NoticeText;
	/** In which it is wanted, a MediaWiki code; its fallbacks, and then English, will do. */
	readonly language: string;
	/** What is filled into the text, plain text. */
	readonly params: Readonly<Record<string, string>>;
	/** The page of the application that it is about. */
	readonly page: string;
	/** When that was made, ISO 8601. */
	readonly appliedAt: string;
	/** Why the account must not be written to, or null. */
	readonly barred: 'blocked' | 'locked' | null;
}

/** What forbids a release. */
export interface Obstacle {
	readonly kind: 'too-early' | 'undecided' | 'over-seats' | 'changed-since-decision' | 'promoted-late';
	/** Titles of the applications that it is about; of `over-seats` and `too-early` none. */
	readonly pages: readonly string[];
	/** Of `too-early` the instant (ISO 8601), of `over-seats` how many too many; else empty. */
	readonly detail: string;
}

/** A course's decision notices that wait. */
export interface Outbox {
	readonly course: string;
	readonly waiting: readonly PlannedNotice[];
	readonly obstacles: readonly Obstacle[];
	/** Whether a reviewer asked for the release already: it is carried out once nothing forbids it. */
	readonly asked: boolean;
}

/** Why a notice that is due could not be delivered. Each has its message, `wikilearn-problem-undelivered-…`. */
export type Undelivered =
	'nobots' | 'opted-out' | 'redirect' | 'protected' | 'other-content' | 'blocked' | 'locked' | 'talk-deleted';
