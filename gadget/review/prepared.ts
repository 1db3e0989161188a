import { isRecord } from '../isRecord.ts';
import type { Reviewable, Reviewing } from './reviewing.ts';
import type { Wanted } from './wanted.ts';

/** A decision that is not public yet. */
export interface Prepared {
	/** The application's. */
	readonly key: string;
	readonly course: string;
	readonly title: string;
	/** The applicant's name, for the list. */
	readonly name: string;
	readonly wanted: Wanted;
	/** What the reviewer had before them: the revisions of the answers and of the newest decision, 0 for none. */
	readonly seen: { readonly answers: number; readonly decision: number };
}

/** Decisions kept in this browser only, for an account and a programme. Where its storage is full or forbidden, they last as long as the page. */
export interface PreparedStore {
	list(): readonly Prepared[];
	/** By the application's key. */
	marks(): ReadonlyMap<string, Wanted>;
	add(shown: Reviewable, wanted: Wanted): void;
	remove(key: string): void;
}

export function prepare({ key, course, one }: Reviewable, wanted: Wanted): Prepared {
	return {
		key,
		course: course.id,
		title: one.title,
		name: one.added.user?.name ?? '',
		wanted,
		seen: { answers: one.answersSince.revid, decision: one.decision?.revid ?? 0 },
	};
}

export function preparedOf({ id, programme }: Reviewing): PreparedStore {
	const storageKey = `wikilearn-prepared-${id}-${programme.root}`;
	let kept = read(storageKey);
	const write = (now: readonly Prepared[]): void => {
		kept = now;
		if (now.length) mw.storage.setObject(storageKey, now);
		else mw.storage.remove(storageKey);
	};
	// Another tab of the reviewer's may have prepared or published something.
	window.addEventListener('storage', (event) => {
		if (event.key === storageKey) kept = read(storageKey);
	});
	return {
		list: () => kept,
		marks: () => new Map(kept.map(({ key, wanted }) => [key, wanted])),
		add(shown, wanted) {
			write([...kept.filter(({ key }) => key !== shown.key), prepare(shown, wanted)]);
		},
		remove(key) {
			write(kept.filter((each) => each.key !== key));
		},
	};
}

function read(storageKey: string): readonly Prepared[] {
	const kept: unknown = mw.storage.getObject(storageKey);
	return Array.isArray(kept) ? kept.filter(isPrepared) : [];
}

function isPrepared(one: unknown): one is Prepared {
	return isRecord(one) && typeof one.key === 'string' && isRecord(one.wanted) && isRecord(one.seen);
}
