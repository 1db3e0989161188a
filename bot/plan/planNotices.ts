import { announcesDecision } from '../../shared/notices/announced.ts';
import { noticeId } from '../../shared/notices/notice.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Hold } from '../../shared/rules/evaluation.ts';
import { barredOf } from '../../shared/rules/reach.ts';
import { canBeDecided } from '../../shared/rules/status.ts';
import type { AssessedCourse } from './assessApplications.ts';
import { instantText } from './instantText.ts';
import type { AddressedNotice, Outbox, PlannedNotice } from './plannedNotice.ts';
import { languageOf, wantedFor, type NoticeFacts, type WantedNotice } from './wantedNotices.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What may go out now, and what waits for a release. */
export interface PlannedNotices {
	readonly due: readonly PlannedNotice[];
	readonly outbox: readonly Outbox[];
}

/**
 * Every notice that applicants should have by now and have not. Derived anew each time from what happened and what was sent:
 * nothing is counted down or ticked off.
 */
export function planNotices(facts: NoticeFacts, courses: readonly AssessedCourse[]): PlannedNotices {
	const done = new Set(facts.sent.map(noticeId));
	const due: PlannedNotice[] = [];
	const outbox: Outbox[] = [];
	for (const evaluated of courses) {
		if (isOver(evaluated.course, facts.site.now)) continue;
		const mayGo = mayBeAnnounced(evaluated);
		const plan = planning(facts.programme, evaluated.course);
		const waiting: AddressedNotice[] = [];
		for (const one of wantedFor(facts, evaluated)) {
			const { notice } = one;
			if (done.has(noticeId(notice))) continue;
			if (announcesDecision(notice) && !mayGo.has(notice.applicant)) waiting.push(notice);
			else due.push(plan(one));
		}
		if (waiting.length > 0) outbox.push(outboxOf(evaluated, waiting));
	}
	return { due, outbox };
}

/** Whom it is too late to write to about a course. */
function isOver({ starts, weeks }: Course, at: string): boolean {
	return Date.parse(at) > Date.parse(starts) + weeks * 7 * DAY_MS;
}

/** User ids of those whose pending decision was released, and is not held. */
function mayBeAnnounced({ applications, release }: AssessedCourse): ReadonlySet<number> {
	if (release.release === null || release.blocks.length > 0) return new Set();
	return new Set(
		applications.flatMap(({ applicant, pending }) =>
			applicant && pending?.released && pending.holds.length === 0 ? [applicant.id] : [],
		),
	);
}

function outboxOf(
	{ course, applications, release }: AssessedCourse,
	waiting: readonly AddressedNotice[],
): Outbox {
	const held = new Map<Hold, string[]>();
	for (const { pending, title } of applications)
		for (const hold of pending?.holds ?? []) {
			const pages = held.get(hold) ?? [];
			pages.push(title);
			held.set(hold, pages);
		}
	return {
		course: course.id,
		waiting,
		blocks: release.blocks,
		holds: Array.from(held, ([kind, pages]) => ({ kind, pages })),
		undecided: applications
			.filter(({ decidedState, decision, late }) => canBeDecided(decidedState) && !decision && !late)
			.map(({ title }) => title),
		released: release.release !== null && applications.some(({ pending }) => pending?.released),
	};
}

/** Fills in what all notices about a course say. */
function planning(programme: Programme, course: Course) {
	const closes = instantText(course.closes);
	const notify = instantText(course.notify);
	const starts = instantText(course.starts);
	return ({ notice, application, wanted }: WantedNotice): PlannedNotice => {
		const { text, body, params, earliest } = wanted;
		const language = languageOf(programme, application);
		const planned: PlannedNotice = {
			text,
			language,
			page: application.title,
			earliest,
			barred: barredOf(application.facts),
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
