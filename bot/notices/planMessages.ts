import type { SentNotice } from '../../shared/notice/notice.ts';
import { noticeId } from '../../shared/notice/noticeMark.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { PlannedNotice } from './plannedNotice.ts';
import { planNotice } from './wantedNotices.ts';

/** A template that holds news of the team's. */
export interface MessageTemplate {
	/** Without its namespace. */
	readonly name: string;
	/** By it a message is known: the same template is sent to nobody twice, whatever its name becomes. */
	readonly pageid: number;
}

/**
 * One message to each of these applicants who has not had it.
 *
 * @param sent the notices that went out so far
 */
export function planMessages(
	programme: Programme,
	course: Course,
	recipients: readonly AssessedApplication[],
	{ name, pageid }: MessageTemplate,
	sent: readonly SentNotice[],
): readonly PlannedNotice[] {
	const done = new Set(sent.map(noticeId));
	return recipients
		.flatMap((one) => {
			if (!one.applicant) return [];
			const event = {
				course: course.id,
				applicant: one.applicant.id,
				kind: 'message',
				about: String(pageid),
			} as const;
			return [planNotice(programme, course, one, one.applicant, { ...event, template: name, params: {} })];
		})
		.filter((notice) => !done.has(noticeId(notice)));
}
