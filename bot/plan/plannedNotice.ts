import type { NoticeEvent } from '../../shared/notices/notice.ts';
import type { Obstacle, Hold } from '../../shared/rules/evaluation.ts';

/** The kinds of notice text, rendered by `renderNoticeBody`. */
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

/** A notice and its recipient. */
export interface AddressedNotice extends NoticeEvent {
	readonly to: { readonly id: number; readonly name: string };
}

/** A notice that is due. */
export interface PlannedNotice extends AddressedNotice {
	readonly text: NoticeText | 'message';
	/** For a message: the team's own text, wikitext. */
	readonly body?: string;
	/** The recipient's language, a MediaWiki code; falls back as MediaWiki does, last to English. */
	readonly language: string;
	/** The message's parameters, plain text. */
	readonly params: Readonly<Record<string, string>>;
	/** The page of the application. */
	readonly page: string;
	/** It cannot have been sent before this instant (ISO 8601). */
	readonly earliest: string;
	/** Why the account cannot receive notices, or null. */
	readonly unreachable: 'blocked' | 'locked' | null;
}

/** A course's pending decision notices. */
export interface Outbox {
	readonly course: string;
	readonly waiting: readonly AddressedNotice[];
	/** What blocks all of them. */
	readonly blocks: readonly Obstacle[];
	/** What holds individual ones, with the pages of the applications. */
	readonly holds: readonly { readonly kind: Hold; readonly pages: readonly string[] }[];
	/** Pages of applications without a decision. */
	readonly undecided: readonly string[];
	/** Whether a reviewer has released them: they are sent once nothing blocks them. */
	readonly released: boolean;
}

/** Why a due notice could not be delivered. Each has a message `wikilearn-problem-undelivered-…`. */
export type UndeliveredReason =
	| 'nobots'
	| 'opted-out'
	| 'redirect'
	| 'protected'
	| 'content-model'
	/** Unclosed markup on the page would hide what follows. */
	| 'open-markup'
	| 'blocked'
	| 'locked'
	/** An edit that may be this notice is hidden, or the page that may contain it was moved or deleted. */
	| 'maybe-sent'
	/** The team's text is unreadable. */
	| 'no-text';

/** By `noticeId`: why a notice is not sent. */
export type UndeliverableNotices = ReadonlyMap<string, UndeliveredReason>;
