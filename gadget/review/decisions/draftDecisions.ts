import { isRecord } from '../../isRecord.ts';
import type { ReviewContext } from '../course/reviewContext.ts';
import type { ReviewItem } from '../course/reviewItem.ts';
import type { DecisionInput } from './decisionInput.ts';

/** A decision that is not public yet. */
export interface DraftDecision {
	/** The application's. */
	readonly key: string;
	readonly course: string;
	readonly title: string;
	/** The applicant's name, for the list. */
	readonly name: string;
	readonly input: DecisionInput;
	/** What the reviewer had before them: the revisions of the answers and of the newest decision, 0 for none. */
	readonly seen: { readonly answers: number; readonly decision: number };
}

/** Decisions kept in this browser only, for an account and a programme. Where its storage is full or forbidden, they last as long as the page. */
export interface DraftDecisionStore {
	list(): readonly DraftDecision[];
	/** By the application's key. */
	inputsByKey(): ReadonlyMap<string, DecisionInput>;
	add(item: ReviewItem, input: DecisionInput): void;
	remove(key: string): void;
}

export function createDraftDecision(
	{ key, course, application }: ReviewItem,
	input: DecisionInput,
): DraftDecision {
	return {
		key,
		course: course.id,
		title: application.title,
		name: application.added.user?.name ?? '',
		input,
		seen: { answers: application.answersChange.revid, decision: application.decision?.revid ?? 0 },
	};
}

export function createDraftDecisionStore({ userId, programme }: ReviewContext): DraftDecisionStore {
	const storageKey = `wikilearn-prepared-${userId}-${programme.root}`;
	let drafts = readDrafts(storageKey);
	const write = (newDrafts: readonly DraftDecision[]): void => {
		drafts = newDrafts;
		if (newDrafts.length) mw.storage.setObject(storageKey, newDrafts);
		else mw.storage.remove(storageKey);
	};
	// Another tab of the reviewer's may have prepared or published something.
	window.addEventListener('storage', (event) => {
		if (event.key === storageKey) drafts = readDrafts(storageKey);
	});
	return {
		list: () => drafts,
		inputsByKey: () => new Map(drafts.map(({ key, input }) => [key, input])),
		add(item, input) {
			write([...drafts.filter(({ key }) => key !== item.key), createDraftDecision(item, input)]);
		},
		remove(key) {
			write(drafts.filter((draft) => draft.key !== key));
		},
	};
}

function readDrafts(storageKey: string): readonly DraftDecision[] {
	const stored: unknown = mw.storage.getObject(storageKey);
	return Array.isArray(stored) ? stored.filter(isDraftDecision) : [];
}

function isDraftDecision(value: unknown): value is DraftDecision {
	return isRecord(value) && typeof value.key === 'string' && isRecord(value.wanted) && isRecord(value.seen);
}
