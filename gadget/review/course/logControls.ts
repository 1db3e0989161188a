import { actionButton, SMALL_BUTTON, type ActionButton, type ButtonLabels } from '../../ui/buttons.ts';
import { localizeText, msg } from '../../ui/msg.ts';
import { h } from '../../ui/h.ts';
import type { LogEntry } from './createLogWriter.ts';
import type { CourseSnapshot, ReviewContext } from './reviewContext.ts';
import type { ReviewItem } from './reviewItem.ts';
import type { LogAction } from '../../../shared/actions/mark.ts';

/** A button that logs an action. @param onDone called after it is saved */
export function logButton(
	{ writeLog }: ReviewContext,
	{ programme }: CourseSnapshot,
	labels: Omit<ButtonLabels, 'busy'>,
	entry: LogEntry,
	onDone: () => void,
): ActionButton {
	return actionButton({ ...labels, busy: 'wikilearn-review-saving' }, async () => {
		const problem = await writeLog(programme.log.id, entry);
		if (problem !== null) return { kind: 'refused', message: problem };
		onDone();
		return null;
	});
}

/** @param revisions a revision id, for its change; or two ids with a slash in between */
export function diffUrl(revisions: number | string): string {
	return mw.util.getUrl(`Special:Diff/${revisions}`);
}

export function diffLink(revisions: number | string): HTMLElement {
	return h('a', { href: diffUrl(revisions) }, msg('wikilearn-review-look'));
}

/** A button that takes back a decision, or a release, a reminder or a message of the course. */
export function takeBackButton(
	context: ReviewContext,
	snapshot: CourseSnapshot,
	{ of, applicant }: { readonly of: number; readonly applicant: ReviewItem['application']['applicant'] },
	onDone: () => void,
): ActionButton {
	const { id: course, title } = snapshot.course;
	const applicants = applicant ? [applicant.id] : [];
	const action: LogAction = { kind: 'take-back', course, takenBack: of, applicants };
	const line = applicant
		? msg('wikilearn-review-log-take-back', applicant.name, localizeText(title))
		: msg('wikilearn-review-log-take-back-release', localizeText(title));
	const labels = { idle: 'wikilearn-review-take-back', className: SMALL_BUTTON } as const;
	return logButton(context, snapshot, labels, { action, line }, onDone);
}
