import { noticeId } from '../../shared/notice/noticeMark.ts';
import type { SentNotice } from '../../shared/notice/notice.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { freeSeats } from '../../shared/rules/status.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';

/**
 * What must always hold, whatever people and the bot did: one application that counts for each account and course, no
 * more seats promised than there are, each notice sent once. A breach is for a person to look at.
 *
 * @param sent the notices that went out so far
 */
export function audit(
	programme: Programme,
	applications: readonly AssessedApplication[],
	sent: readonly SentNotice[],
): readonly Problem[] {
	return [...twoLive(applications), ...overSeats(programme, applications), ...sentTwice(sent)];
}

function twoLive(applications: readonly AssessedApplication[]): readonly Problem[] {
	// Those that were withdrawn, replaced or made by somebody else may be many.
	const counting = applications.filter(
		({ state, applicant }) =>
			applicant !== null && state !== 'unverified' && state !== 'superseded' && state !== 'withdrawn',
	);
	const later = again(counting, ({ course, applicant }) => `${course} ${String(applicant?.id)}`);
	return later.map(({ title, applicant, added }) => ({
		kind: 'audit-two-live',
		about: title,
		detail: applicant?.name ?? '',
		revid: added.revid,
	}));
}

function overSeats({ courses }: Programme, applications: readonly AssessedApplication[]): readonly Problem[] {
	return courses.flatMap(({ id, page, seats }): readonly Problem[] => {
		const ofCourse = applications.filter(({ course }) => course === id);
		const free = freeSeats(
			seats,
			ofCourse.map(({ state }) => state),
		);
		return free < 0 ? [{ kind: 'over-seats', about: page, detail: String(-free) }] : [];
	});
}

function sentTwice(sent: readonly SentNotice[]): readonly Problem[] {
	const later = again(
		[...sent].sort((a, b) => a.revid - b.revid),
		noticeId,
	);
	return later.map((notice) => ({
		kind: 'audit-double-notice',
		about: notice.title,
		detail: noticeId(notice),
		revid: notice.revid,
	}));
}

/** Those before which there was one with the same key. */
function again<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
	const seen = new Set<string>();
	return all.filter((one) => {
		const key = keyOf(one);
		const isSeen = seen.has(key);
		seen.add(key);
		return isSeen;
	});
}
