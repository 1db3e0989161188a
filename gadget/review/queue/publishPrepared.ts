import { joined, say, text } from '../../ui/msg.ts';
import type { Prepared } from '../prepared.ts';
import type { Reviewing } from '../reviewing.ts';
import type { Checked } from './checkPrepared.ts';
import { groupDecisions, type Group } from './groupDecisions.ts';

/** How far it came. */
export interface PublishResult {
	readonly done: readonly Prepared[];
	/** Where and why it stopped; null: all are done. */
	readonly stopped: { readonly at: readonly Prepared[]; readonly why: string } | null;
}

type Ready = Extract<Checked, { ok: true }> & Pick<Prepared, 'course' | 'wanted'>;

/**
 * Adds decisions to the log, in as few edits as can be, and stops where one is not saved. None is made while one of them
 * has a problem.
 *
 * @param saved called for each that is there
 */
export async function publishPrepared(
	reviewing: Reviewing,
	checked: readonly Checked[],
	saved: (prepared: Prepared) => void,
): Promise<PublishResult> {
	const ready: Ready[] = [];
	for (const one of checked) {
		if (!one.ok) return { done: [], stopped: { at: [one.prepared], why: one.why } };
		ready.push({ ...one, course: one.prepared.course, wanted: one.prepared.wanted });
	}
	const done: Prepared[] = [];
	for (const group of groupDecisions(ready)) {
		const { action, note, decided } = group;
		const prepared = decided.map((one) => one.prepared);
		const { programme } = decided[0].read;
		const why = await reviewing.write(programme.log.id, { action, note, line: lineOf(group) });
		if (why !== null) return { done, stopped: { at: prepared, why } };
		prepared.forEach(saved);
		done.push(...prepared);
	}
	return { done, stopped: null };
}

/** For readers of the log. */
function lineOf({ action, note, decided }: Group<Ready>): string {
	const names = decided.map(({ prepared }) => prepared.name).join(', ');
	const verdict = say(`wikilearn-review-decided-${action.verdict}`);
	const title = text(decided[0].read.course.title);
	const place = action.place === null ? '' : say('wikilearn-review-decided-place', action.place);
	return joined([say('wikilearn-review-log-decided', verdict, names, title), place, note], ', ');
}
