import type { Problem } from '../../shared/history/problem.ts';
import { noticeId, type SentNotice } from '../../shared/notices/notice.ts';
import type { EvaluatedCourse } from '../../shared/rules/evaluation.ts';
import { canBeDecided } from '../../shared/rules/status.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';

/**
 * What must always hold, whatever people and the bot did: one application that counts for each account and course, no
 * more seats promised than there are, each notice sent once. A breach is for a person to look at.
 *
 * @param sent the notices that went out so far
 */
export function audit(
	courses: readonly EvaluatedCourse[],
	applications: readonly AssessedApplication[],
	sent: readonly SentNotice[],
): readonly Problem[] {
	return [...twoLive(applications), ...courses.flatMap(overSeats), ...sentTwice(sent)];
}

function twoLive(applications: readonly AssessedApplication[]): readonly Problem[] {
	// Those that were withdrawn, replaced or made by somebody else may be many.
	const counting = applications.filter(({ state, applicant }) => applicant !== null && canBeDecided(state));
	const later = again(counting, ({ course, applicant }) => `${course} ${String(applicant?.id)}`);
	return later.map(({ title, applicant, added }) => ({
		kind: 'audit-two-live',
		about: title,
		detail: applicant?.name ?? '',
		revid: added.revid,
	}));
}

function overSeats({ course: { page, seats }, taken }: EvaluatedCourse): readonly Problem[] {
	const over = taken.announced - seats;
	return over > 0 ? [{ kind: 'over-seats', about: page, detail: String(over) }] : [];
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
