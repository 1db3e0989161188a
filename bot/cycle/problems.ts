import type { Log } from '../../shared/actions/readLog.ts';
import type { Problem } from '../../shared/history/problem.ts';
import { getNoticeId, type SentNotice } from '../../shared/notices/notice.ts';
import type { AssessedCourse } from '../plan/assessApplications.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import type { Snapshot } from './readSnapshot.ts';

/** How long changes of the programme page, and marks without effect, are reported. */
const REPORT_PERIOD_MS = 30 * 24 * 60 * 60 * 1000;

function reportCutoff(now: string): number {
	return Date.parse(now) - REPORT_PERIOD_MS;
}

/** Problems of the programme page, its recent changes by part and user, and names that do not match their accounts. */
export function programmeProblems({
	programmeHistory,
	mismatches,
	wikiChanges: { site },
}: Pick<Snapshot, 'programmeHistory' | 'mismatches' | 'wikiChanges'>): readonly Problem[] {
	const { problem: invalid, changes } = programmeHistory;
	const about = PROGRAMME_PAGE;
	return [
		...(invalid ? [{ kind: 'programme-invalid' as const, about, ...invalid }] : []),
		...changes
			.filter(({ at }) => Date.parse(at) >= reportCutoff(site.now))
			.map(({ part, by, revid }): Problem => ({
				kind: 'programme-changed',
				about,
				detail: by === '' ? part : `${part}: ${by}`,
				revid,
			})),
		...mismatches.map(({ name, detail }): Problem => ({
			kind: 'person-mismatch',
			about,
			detail: `${name}: ${detail}`,
		})),
	];
}

/** Problems of the log, and marks in it without effect. */
export function logProblems({
	log,
	logPage,
	programme,
	wikiChanges: { site },
}: Snapshot): readonly Problem[] {
	const about = programme.log.page;
	const { page } = logPage;
	const detail = !page
		? 'missing'
		: page.title !== about
			? `moved: ${page.title}`
			: page.contentModel !== 'wikitext'
				? 'content-model'
				: null;
	return [
		...(detail === null ? [] : [{ kind: 'log-page' as const, about, detail }]),
		...log.ineffective
			.filter(({ at }) => Date.parse(at) >= reportCutoff(site.now))
			.map(({ reason, revid }): Problem => ({ kind: 'ineffective-mark', about, detail: reason, revid })),
	];
}

/** Uncertain revisions of the log that affect at least one course and are not settled by a release. */
export function uncertainProblems(
	courses: readonly AssessedCourse[],
	{ log, programme }: Pick<Snapshot, 'log' | 'programme'>,
): readonly Problem[] {
	const isOpen = (uncertain: Log['uncertain'][number]): boolean =>
		courses.some(
			({ course, release: { release } }) =>
				uncertain.revid > (release?.action.seenRevid ?? 0) &&
				(uncertain.course === null || uncertain.course === course.id),
		);
	return log.uncertain.filter(isOpen).map(({ reason, revid }) => ({
		kind: 'uncertain-action',
		about: programme.log.page,
		detail: reason,
		revid,
	}));
}

/** Problems with seats and announcements that need a decision. */
export function courseProblems(
	{ course, seatsWithoutApplication, strayDecisions, applications, release, seatsTaken }: AssessedCourse,
	{ programme, wikiChanges: { site } }: Snapshot,
): readonly Problem[] {
	const about = programme.log.page;
	const excess = seatsTaken.announced - course.seats;
	return [
		...(excess > 0 ? [{ kind: 'over-capacity' as const, about: course.page, detail: String(excess) }] : []),
		...strayDecisions
			.filter(({ at }) => Date.parse(at) >= reportCutoff(site.now))
			.map(({ revid }): Problem => ({ kind: 'ineffective-mark', about, detail: 'no-application', revid })),
		...seatsWithoutApplication.map(({ announced }): Problem => ({
			kind: 'seat-without-application',
			about: announced.title,
			detail: '',
			revid: announced.revid,
		})),
		...applications
			.filter(({ state, offer }) => state === 'offered' && offer?.until === null)
			.map(({ title, uncertainReplyRevid }): Problem => ({
				kind: 'uncertain-action',
				about: title,
				detail: 'hidden',
				revid: uncertainReplyRevid,
			})),
		...applications
			.filter(({ announced, decision, state }) => announced && !decision && state !== 'unverified')
			.map(({ title, announced }): Problem => ({
				kind: 'decision-revoked',
				about: title,
				detail: '',
				revid: announced?.revid ?? 0,
			})),
		...release.obstacles.flatMap((block): readonly Problem[] =>
			block.kind === 'digest-mismatch'
				? [
						{
							kind: 'release-mismatch',
							about: release.release?.by.name ?? '',
							detail: '',
							revid: block.revid,
						},
					]
				: [],
		),
	];
}

/** Duplicate notices; there should never be any. */
export function doubleNotices(sent: readonly SentNotice[]): readonly Problem[] {
	const seen = new Set<string>();
	const repeated = [...sent]
		.sort((a, b) => a.revid - b.revid)
		.filter((notice) => seen.size === seen.add(getNoticeId(notice)).size);
	return repeated.map((notice) => ({
		kind: 'duplicate-notice',
		about: notice.title,
		detail: getNoticeId(notice),
		revid: notice.revid,
	}));
}

/** Sorted by page, so that the report does not depend on the read order. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
	const sortKey = ({ about, kind, revid, detail }: Problem) => [about, kind, revid ?? 0, detail].join('\n');
	return problems
		.map((problem) => ({ problem, at: sortKey(problem) }))
		.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
		.map(({ problem }) => problem);
}

/** Redirects to pages that are not collected: the applications there are no longer read. */
export function movedAwayProblems(pages: Snapshot['gathered']['pages']): readonly Problem[] {
	const redirects = pages.filter(({ movedTo }) => movedTo !== null);
	return redirects.flatMap(({ title, movedTo }) =>
		movedTo === null || pages.some((page) => page.title === movedTo)
			? []
			: [{ kind: 'moved-away', about: title, detail: movedTo }],
	);
}
