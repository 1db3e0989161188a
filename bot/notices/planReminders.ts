import type { SentNotice } from '../../shared/notice/notice.ts';
import { noticeId } from '../../shared/notice/noticeMark.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { isLive } from '../../shared/rules/status.ts';
import { pageAddress } from '../../shared/wiki/pageAddress.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { PlannedNotice } from './plannedNotice.ts';
import { planNotice } from './wantedNotices.ts';

/** What the gadget takes, on a course page, for the wish to hand over an address and nothing else. */
const EMAIL_STEP = 'wikilearn=email';

/** Whether applicants are asked for an address at all. */
export function asksForEmail({ questions }: Course): boolean {
	return questions.some(({ type }) => type === 'private-email');
}

/**
 * Asks everybody who may still take part, whose address the team does not have, for it: each once.
 *
 * @param courses those to look at; ones that ask for no address are left out
 * @param sent the notices that went out so far
 */
export function planReminders(
	programme: Programme,
	courses: readonly Course[],
	applications: readonly AssessedApplication[],
	sent: readonly SentNotice[],
	site: Pick<Site, 'server' | 'articlePath'>,
): readonly PlannedNotice[] {
	const done = new Set(sent.map(noticeId));
	return courses.filter(asksForEmail).flatMap((course) => {
		const link = pageAddress(course.page, site, EMAIL_STEP);
		return applications
			.filter((one) => one.course === course.id && isLive(one.state) && one.application.email === 'not sent')
			.flatMap((one) => {
				if (!one.applicant) return [];
				const event = { course: course.id, applicant: one.applicant.id, kind: 'contact', about: '' } as const;
				return [
					planNotice(programme, course, one, one.applicant, { ...event, text: 'contact', params: { link } }),
				];
			})
			.filter((notice) => !done.has(noticeId(notice)));
	});
}
