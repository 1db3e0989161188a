import { WikiError } from '../../../shared/wiki.ts';
import { say } from '../../form/say.ts';
import type { Prepared, PreparedStore } from '../prepared.ts';
import type { Reviewing } from '../reviewing.ts';
import { sayChanged } from '../sayChanged.ts';
import { saveMark } from '../saveMark.ts';
import type { Checked } from './checkPrepared.ts';

/** How far it came. */
export interface PublishResult {
	readonly done: readonly Prepared[];
	/** Where and why it stopped; null: all are done. */
	readonly stopped: { readonly at: Prepared; readonly why: string } | null;
}

/**
 * Saves prepared decisions, one edit each, in order, and stops at the first that cannot be made. What is done is no
 * longer prepared; the rest still is.
 *
 * @param checked all of them checked, none with a problem
 */
export async function publishPrepared(
	reviewing: Reviewing,
	checked: readonly Checked[],
	store: PreparedStore,
): Promise<PublishResult> {
	const done: Prepared[] = [];
	for (const one of checked) {
		const why = one.ok ? await saveOne(reviewing, one) : one.why;
		if (why !== null) return { done, stopped: { at: one.prepared, why } };
		store.remove(one.prepared.key);
		done.push(one.prepared);
	}
	return { done, stopped: null };
}

/** Why it was not saved, in words, or null. */
async function saveOne(
	reviewing: Reviewing,
	{ prepared, shown }: Extract<Checked, { ok: true }>,
): Promise<string | null> {
	try {
		const result = await saveMark(reviewing, shown, prepared.mark, prepared.seen);
		switch (result.kind) {
			case 'saved':
				return null;
			case 'changed':
				return sayChanged(result.how, result.by);
			case 'refused':
				return result.words;
		}
	} catch (error) {
		if (error instanceof WikiError) return say('wikilearn-review-lost');
		throw error;
	}
}
