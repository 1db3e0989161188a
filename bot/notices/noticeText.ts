import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { noticeMark } from '../../shared/notice/noticeMark.ts';
import { markedSummary } from './markedSummary.ts';
import type { PlannedNotice } from './plannedNotice.ts';

/** A section of a talk page, as it will be. */
export interface NoticeSection {
	/** With its heading and the bot's signature, as it is saved. */
	readonly wikitext: string;
	/** The edit's, with the mark by which the notice is known. */
	readonly summary: string;
}

/**
 * @param template the title of the text to use, with its language, without its namespace
 * @param translate into the applicant's language
 */
export function noticeSection(notice: PlannedNotice, template: string, translate: Translate): NoticeSection {
	const course = notice.params.course ?? notice.course;
	const heading = translate(`wikilearn-notice-heading-${notice.kind}`, course);
	return {
		wikitext: `== ${encodeAnswer(heading)} ==\n${noticeCall(notice, template)} ~~~~`,
		summary: markedSummary(heading, noticeMark(notice)),
	};
}

export function noticeCall({ params }: PlannedNotice, template: string): string {
	const given = Object.entries(params).map(([name, value]) => `|${name}=${encodeAnswer(value)}`);
	return `{{${template}${given.join('')}}}`;
}

/** The talk page with a section more at its end. */
export function withSection(text: string, { wikitext }: NoticeSection): string {
	return text.trim() === '' ? wikitext : `${text.trimEnd()}\n\n${wikitext}`;
}
