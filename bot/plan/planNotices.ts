import { announcesDecision, getNoticeId } from '../../shared/notices/notice.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Hold } from '../../shared/rules/evaluation.ts';
import { findLockout } from '../../shared/rules/contactChannel.ts';
import { canBeDecided } from '../../shared/rules/state.ts';
import type { AssessedCourse } from './assessApplications.ts';
import { formatInstant } from './formatInstant.ts';
import type { AddressedNotice, Outbox, PlannedNotice } from './plannedNotice.ts';
import {
	languageOf,
	noticeCandidates,
	type NoticeContext,
	type NoticeCandidate,
} from './noticeCandidates.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The notices to send now, and those pending a release. */
export interface PlannedNotices {
	readonly due: readonly PlannedNotice[];
	readonly outbox: readonly Outbox[];
}

/**
 * Every notice that applicants should have received by now and have not. Recomputed each cycle from what happened and
 * what was sent; no counters or flags.
 */
export function planNotices(context: NoticeContext, courses: readonly AssessedCourse[]): PlannedNotices {
	const sentIds = new Set(context.sent.map(getNoticeId));
	const due: PlannedNotice[] = [];
	const outbox: Outbox[] = [];
	for (const evaluated of courses) {
		if (isOver(evaluated.course, context.site.now)) continue;
		const announceable = releasedApplicants(evaluated);
		const fillIn = noticeFiller(context.programme, evaluated.course);
		const waiting: AddressedNotice[] = [];
		for (const candidate of noticeCandidates(context, evaluated)) {
			const { notice } = candidate;
			if (sentIds.has(getNoticeId(notice))) continue;
			if (announcesDecision(notice) && !announceable.has(notice.applicant)) waiting.push(notice);
			else due.push(fillIn(candidate));
		}
		if (waiting.length > 0) outbox.push(planOutbox(evaluated, waiting));
	}
	return { due, outbox };
}

/** Whether a course is over, so that notices about it are too late. */
function isOver({ starts, weeks }: Course, at: string): boolean {
	return Date.parse(at) > Date.parse(starts) + weeks * 7 * DAY_MS;
}

/** User ids of applicants whose pending decision is released and not on hold. */
function releasedApplicants({ applications, release }: AssessedCourse): ReadonlySet<number> {
	if (release.release === null || release.obstacles.length > 0) return new Set();
	return new Set(
		applications.flatMap(({ applicant, pending }) =>
			applicant && pending?.isReleased && pending.holds.length === 0 ? [applicant.id] : [],
		),
	);
}

function planOutbox(
	{ course, applications, release }: AssessedCourse,
	waiting: readonly AddressedNotice[],
): Outbox {
	const pagesByHold = new Map<Hold, string[]>();
	for (const { pending, title } of applications)
		for (const hold of pending?.holds ?? []) {
			const pages = pagesByHold.get(hold) ?? [];
			pages.push(title);
			pagesByHold.set(hold, pages);
		}
	return {
		course: course.id,
		waiting,
		blocks: release.obstacles,
		holds: Array.from(pagesByHold, ([kind, pages]) => ({ kind, pages })),
		undecided: applications
			.filter(({ decidedState, decision, isLate }) => canBeDecided(decidedState) && !decision && !isLate)
			.map(({ title }) => title),
		released: release.release !== null && applications.some(({ pending }) => pending?.isReleased),
	};
}

/** Adds the fields that are common to all of a course's notices. */
function noticeFiller(programme: Programme, course: Course) {
	const closes = formatInstant(course.closes);
	const notify = formatInstant(course.notify);
	const starts = formatInstant(course.starts);
	return ({ notice, application, draft }: NoticeCandidate): PlannedNotice => {
		const { text, body, params, earliest } = draft;
		const language = languageOf(programme, application);
		const planned: PlannedNotice = {
			text,
			language,
			page: application.title,
			earliest,
			unreachable: findLockout(application.facts),
			params: {
				user: notice.to.name,
				course: localize(course.title, language),
				page: application.title,
				'course page': course.page,
				contact: programme.contact.address,
				closes,
				notify,
				starts,
				...params,
			},
			...notice,
		};
		return body === undefined ? planned : { ...planned, body };
	};
}
