import type { DecidedApplicant } from '../../../shared/actions/mark.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { canBeDecided } from '../../../shared/rules/state.ts';
import { msg, type MessageKey } from '../../ui/msg.ts';
import { checkEditPermission } from '../../wiki/checkEditPermission.ts';
import type { DraftDecision } from './draftDecisions.ts';
import { readCourse } from '../course/readCourse.ts';
import type { CourseSnapshot, ReviewContext } from '../course/reviewContext.ts';
import { type ReviewItem, isConflicted } from '../course/reviewItem.ts';
import { countSeats } from './seats.ts';

/** A draft decision with its application's current data. */
export type CheckedDraft =
	| {
			readonly draft: DraftDecision;
			readonly ok: true;
			readonly snapshot: CourseSnapshot;
			readonly applicant: DecidedApplicant;
	  }
	/** As text. */
	| { readonly draft: DraftDecision; readonly ok: false; readonly reason: string };

export interface CheckResult {
	readonly checked: readonly CheckedDraft[];
	/** Courses with more acceptances than seats, and the excess. */
	readonly overbooked: readonly { readonly course: Course; readonly by: number }[];
}

/**
 * Reloads everything and checks whether each draft decision can be published. Saves nothing.
 *
 * @param scope `selected`: reads only their pages, and does not count seats
 * @throws WikiError
 */
export async function checkDrafts(
	context: ReviewContext,
	drafts: readonly DraftDecision[],
	scope: 'course' | 'selected' = 'course',
): Promise<CheckResult> {
	const snapshots = new Map<string, CourseSnapshot>();
	const titles = scope === 'course' ? undefined : drafts.map(({ title }) => title);
	for (const { course } of drafts)
		if (!snapshots.has(course)) snapshots.set(course, await readCourse(context, course, titles));
	const refusal = await findLogRefusal(context, Array.from(snapshots.values()));
	const checked = drafts.map((draft): CheckedDraft => {
		const snapshot = snapshots.get(draft.course);
		const item = snapshot?.items.find(({ key }) => key === draft.key);
		const id = item?.application.applicant?.id;
		if (!snapshot || !item || id === undefined)
			return { draft, ok: false, reason: msg('wikilearn-review-check-gone') };
		const why = refusal ?? findProblem(draft, item, snapshot, context);
		if (why !== null) return { draft, ok: false, reason: why };
		return {
			draft,
			ok: true,
			snapshot,
			applicant: { id, answersRevid: item.application.answersChange.revid },
		};
	});
	const inputs = new Map(drafts.map((draft) => [draft.key, draft.input]));
	const overbooked = Array.from(snapshots.values())
		.map((snapshot) => ({ course: snapshot.course, by: -countSeats(snapshot, inputs).freeWithDrafts }))
		.filter(({ by }) => scope === 'course' && by > 0);
	return { checked, overbooked };
}

/** Why the log cannot be edited, as text, or null. */
async function findLogRefusal(
	{ wiki, account }: ReviewContext,
	snapshots: readonly CourseSnapshot[],
): Promise<string | null> {
	for (const { logPage } of snapshots) {
		if (!logPage) return msg('wikilearn-review-log-missing');
		const { refusal } = await checkEditPermission(wiki, logPage.title, account);
		if (refusal) return msg('wikilearn-review-check-refused', refusal.message);
	}
	return null;
}

/** Why the decision can no longer be made, as text, or null. */
function findProblem(
	{ seen, input }: DraftDecision,
	item: ReviewItem,
	{ permissions }: CourseSnapshot,
	{ userId }: ReviewContext,
): string | null {
	const { state, decision, answersChange } = item.application;
	if (!permissions.canDecide) return msg('wikilearn-review-not-you');
	if (!canBeDecided(state))
		return msg('wikilearn-review-check-state', msg(`wikilearn-state-${state}` as MessageKey));
	if (isConflicted(item, userId)) return msg('wikilearn-review-check-recused');
	// If a response was lost, the decision may already be on the wiki.
	const isMine = decision?.by.id === userId && decision.outcome === input.verdict;
	if ((decision?.revid ?? 0) !== seen.decision && !isMine)
		return msg('wikilearn-review-check-decided', decision?.by.name ?? '');
	return answersChange.revid === seen.answers ? null : msg('wikilearn-review-check-changed');
}
