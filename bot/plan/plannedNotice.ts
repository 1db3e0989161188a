import type { NoticeEvent } from '../../shared/notices/notice.ts';
import type { Obstacle, Hold } from '../../shared/rules/evaluation.ts';

/** The texts of notices, which `noticeBody` writes. */
export const NOTICE_TEXTS = [
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
export type NoticeText = (typeof NOTICE_TEXTS)[number];

/** A notice, and whom it is for. */
export interface AddressedNotice extends NoticeEvent {
	readonly to: { readonly id: number; readonly name: string };
}

/** A notice that is due. */
export interface PlannedNotice extends AddressedNotice {
	readonly text: NoticeText | 'message';
	/** Of a message: the team's own text, wikitext. */
	readonly body?: string;
	/** In which it is wanted, a MediaWiki code; its fallbacks, and then English, will do. */
	readonly language: string;
	/** What is filled into the text, plain text. */
	readonly params: Readonly<Record<string, string>>;
	/** The page of the application that it is about. */
	readonly page: string;
	/** Before this instant (ISO 8601) it cannot have been sent. */
	readonly earliest: string;
	/** Why the account must not be written to, or null. */
	readonly unreachable: 'blocked' | 'locked' | null;
}

/** A course's decision notices that wait. */
export interface Outbox {
	readonly course: string;
	readonly waiting: readonly AddressedNotice[];
	/** What keeps all of them back. */
	readonly blocks: readonly Obstacle[];
	/** What keeps single ones back, with the pages of the applications. */
	readonly holds: readonly { readonly kind: Hold; readonly pages: readonly string[] }[];
	/** Pages of applications that nobody has decided on. */
	readonly undecided: readonly string[];
	/** Whether a reviewer has released them: they go out once nothing keeps them back. */
	readonly released: boolean;
}

/** Why a notice that is due could not be delivered. Each has its message, `wikilearn-problem-undelivered-…`. */
export type UndeliveredReason =
	| 'nobots'
	| 'opted-out'
	| 'redirect'
	| 'protected'
	| 'other-content'
	/** Something on the page was left open, so that readers would not see what follows. */
	| 'open-markup'
	| 'blocked'
	| 'locked'
	/** An edit that may be this notice is hidden, or the page that may hold it was moved away or deleted. */
	| 'maybe-sent'
	/** The team's text cannot be read. */
	| 'no-text';

/** By `noticeId`: why a notice stays with us. */
export type UndeliverableNotices = ReadonlyMap<string, UndeliveredReason>;
