import { joinNonEmpty, msg, localizeText } from '../../ui/msg.ts';
import type { DraftDecision } from './draftDecisions.ts';
import type { ReviewContext } from '../course/reviewContext.ts';
import type { CheckedDraft } from './checkDrafts.ts';
import { groupDecisions, type DecisionGroup } from './groupDecisions.ts';

/** The published decisions, and the rest. */
export interface PublishResult {
	readonly published: readonly DraftDecision[];
	/** The drafts that were not published and why; null if all were published. */
	readonly stopped: { readonly drafts: readonly DraftDecision[]; readonly reason: string } | null;
}

type ReadyDraft = Extract<CheckedDraft, { ok: true }> & Pick<DraftDecision, 'course' | 'input'>;

/**
 * Logs decisions in as few edits as possible, and stops at the first failure. Publishes nothing if any draft has a
 * problem.
 *
 * @param onSaved called for each published draft
 */
export async function publishDrafts(
	context: ReviewContext,
	checked: readonly CheckedDraft[],
	onSaved: (draft: DraftDecision) => void,
): Promise<PublishResult> {
	const ready: ReadyDraft[] = [];
	for (const checkedDraft of checked) {
		if (!checkedDraft.ok)
			return { published: [], stopped: { drafts: [checkedDraft.draft], reason: checkedDraft.reason } };
		ready.push({ ...checkedDraft, course: checkedDraft.draft.course, input: checkedDraft.draft.input });
	}
	const done: DraftDecision[] = [];
	for (const group of groupDecisions(ready)) {
		const { action, note, decisions } = group;
		const drafts = decisions.map((decision) => decision.draft);
		const { programme } = decisions[0].snapshot;
		const why = await context.writeLog(programme.log.id, { action, note, line: formatLogLine(group) });
		if (why !== null) return { published: done, stopped: { drafts, reason: why } };
		drafts.forEach(onSaved);
		done.push(...drafts);
	}
	return { published: done, stopped: null };
}

/** The line for readers of the log. */
function formatLogLine({ action, note, decisions }: DecisionGroup<ReadyDraft>): string {
	const names = decisions.map(({ draft }) => draft.name).join(', ');
	const verdict = msg(`wikilearn-review-decided-${action.outcome}`);
	const title = localizeText(decisions[0].snapshot.course.title);
	const place = action.place === null ? '' : msg('wikilearn-review-decided-place', action.place);
	return joinNonEmpty([msg('wikilearn-review-log-decided', verdict, names, title), place, note], ', ');
}
