import { isReviewer } from '../../shared/submission/team.ts';
import type { TracedApplication } from '../../shared/submission/submission.ts';
import { readHistory } from '../../shared/wiki/readPages.ts';
import { savePage, type Saved } from '../../shared/wiki/savePage.ts';
import { traceApplications } from '../../shared/submission/traceApplications.ts';
import { say, text } from '../form/say.ts';
import { mayEdit } from '../save/mayEdit.ts';
import { lifeKey } from './lifeKey.ts';
import { placeMark, type WantedMark } from './placeMark.ts';
import type { Reviewable } from './reviewable.ts';
import type { Reviewing } from './reviewing.ts';
import { changedSince, type ChangedSince, type Seen } from './seen.ts';

export type MarkSaved =
	| { readonly kind: 'saved' }
	/** It is not what the reviewer saw any more; `by`: who decided meanwhile. Nothing was saved. */
	| { readonly kind: 'changed'; readonly how: ChangedSince | 'gone'; readonly by: string }
	/** Nothing was saved, or nobody knows; in words. */
	| { readonly kind: 'refused'; readonly words: string };

const MOST_CONFLICTS = 3;

/**
 * Saves one mark with one edit, if the application still is what the reviewer saw. What the bot or anybody else changed
 * elsewhere on the page does not matter. Safe to call again, whatever happened: a mark that is there is not made again.
 *
 * @throws WikiError where the wiki cannot be asked
 */
export async function saveMark(
	reviewing: Reviewing,
	{ key, one, submission, course }: Pick<Reviewable, 'key' | 'one' | 'submission' | 'course'>,
	mark: WantedMark,
	seen: Seen,
): Promise<MarkSaved> {
	const { wiki, programme, account } = reviewing;
	for (let attempt = 0; attempt < MOST_CONFLICTS; attempt++) {
		const { now, refusal } = await mayEdit(wiki, one.title, account);
		if (refusal) return refused(say('wikilearn-review-refused', refusal.message));
		const history = await readHistory(wiki, one.title);
		const present = { ...submission, history };
		const found = traceApplications(present, programme, programme.language).applications.find(
			(each) => lifeKey(each) === key,
		);
		if (!found || found.removed) return { kind: 'changed', how: 'gone', by: '' };
		if (isThere(found, mark, seen, reviewing)) return { kind: 'saved' };
		const how = changedSince(seen, found);
		if (how) return { kind: 'changed', how, by: lastDecider(found) };
		const signed = { user: { id: mw.config.get('wgUserId') ?? 0, name: account }, date: now };
		const placed = placeMark(programme, present, key, mark, signed);
		const base = history[history.length - 1]?.revid;
		if (placed === null || base === undefined) return refused(say('wikilearn-review-unplaceable'));
		const saved = await savePage(wiki, {
			title: one.title,
			text: placed,
			summary: summaryOf(mark, text(course.title)),
			base,
		});
		if (saved.kind !== 'conflict') return resultOf(saved);
	}
	return refused(say('wikilearn-review-lost'));
}

function resultOf(saved: Exclude<Saved, { kind: 'conflict' }>): MarkSaved {
	switch (saved.kind) {
		case 'saved':
			return { kind: 'saved' };
		case 'captcha':
			return refused(say('wikilearn-review-captcha'));
		case 'lost':
			return refused(say('wikilearn-review-lost'));
		case 'refused':
			return refused(say('wikilearn-review-refused', saved.message));
	}
}

function refused(words: string): MarkSaved {
	return { kind: 'refused', words };
}

function summaryOf(mark: WantedMark, course: string): string {
	return mark.kind === 'recusal'
		? say('wikilearn-review-summary-recusal', course)
		: say(`wikilearn-review-summary-${mark.outcome}`, course);
}

/** After an answer that was lost the mark may be there already. */
function isThere(
	one: TracedApplication,
	mark: WantedMark,
	seen: Seen,
	{ account, programme }: Reviewing,
): boolean {
	if (mark.kind === 'recusal') {
		return one.recusals.some((change) => isReviewer(change, programme) && change.user?.name === account);
	}
	const last = one.decisions[one.decisions.length - 1];
	return (
		last !== undefined &&
		last.change.revid > seen.decision &&
		last.change.user?.name === account &&
		last.outcome === mark.outcome &&
		last.note === mark.note &&
		last.place === mark.place
	);
}

function lastDecider({ decisions }: TracedApplication): string {
	return decisions[decisions.length - 1]?.change.user?.name ?? '';
}
