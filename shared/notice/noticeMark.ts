import { noticeKinds, type NoticeEvent, type NoticeKind } from './notice.ts';

/**
 * What says on the wiki that a notice was sent: it ends the summary of the bot's edit. Nobody but the bot's account can
 * make such an edit, nobody can change it, and it stays the bot's contribution when the talk page is archived, blanked
 * or moved.
 */
export function noticeMark({ course, applicant, kind, about }: NoticeEvent): string {
	return `(wikilearn:${noticeId({ course, applicant, kind, about })})`;
}

/** The same without the brackets; equal for equal events. */
export function noticeId({ course, applicant, kind, about }: NoticeEvent): string {
	return [course, String(applicant), kind, ...(about === '' ? [] : [about])].join('/');
}

/** The event that an edit summary tells of, or null. Only the bot's own summaries are to be believed. */
export function readNoticeMark(summary: string): NoticeEvent | null {
	const match = /\(wikilearn:([a-z][a-z0-9-]*)\/(\d+)\/([a-z-]+)(?:\/([a-z0-9-]+))?\)$/.exec(summary.trim());
	const [, course = '', applicant = '', kind = '', about = ''] = match ?? [];
	if (!match || !isKind(kind)) return null;
	return { course, applicant: Number(applicant), kind, about };
}

function isKind(word: string): word is NoticeKind {
	return (noticeKinds as readonly string[]).includes(word);
}
