import { isRecord } from '../../isRecord.ts';
import type { ReviewContext } from '../course/reviewContext.ts';
import type { ReviewItem } from '../course/reviewItem.ts';
import type { DecisionInput } from './decisionInput.ts';

/** A decision that was not published yet. */
export interface DraftDecision {
	/** The application's key. */
	readonly key: string;
	readonly course: string;
	readonly title: string;
	/** The applicant's name, for the list. */
	readonly name: string;
	readonly input: DecisionInput;
	/** The revisions of the answers and of the newest decision that the reviewer saw; 0 for none. */
	readonly seen: { readonly answers: number; readonly decision: number };
}

/** Drafts in this browser, per account and programme. If its storage is full or blocked, they last until the page closes. */
export interface DraftDecisionStore {
	list(): readonly DraftDecision[];
	/** The inputs by application key. */
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
	const storageKey = `wikilearn-draft-decisions-${userId}-${programme.root}`;
	let drafts = readDrafts(storageKey);
	const write = (newDrafts: readonly DraftDecision[]): void => {
		drafts = newDrafts;
		if (newDrafts.length) mw.storage.setObject(storageKey, newDrafts);
		else mw.storage.remove(storageKey);
	};
	// Another tab of this reviewer may have added or published drafts.
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
	return isRecord(value) && typeof value.key === 'string' && isRecord(value.input) && isRecord(value.seen);
}
