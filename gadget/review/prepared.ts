import { isRecord } from '../isRecord.ts';
import type { WantedMark } from './placeMark.ts';
import type { Reviewable } from './reviewable.ts';
import type { Reviewing } from './reviewing.ts';
import { seenIn, type Seen } from './seen.ts';

/** A decision that is not public yet. */
export interface Prepared {
	/** The application's. */
	readonly key: string;
	readonly course: string;
	readonly title: string;
	/** The applicant's name, for the list. */
	readonly name: string;
	readonly mark: WantedMark;
	/** What the reviewer had before them. */
	readonly seen: Seen;
}

/** Decisions kept in this browser only, for an account and a programme. Where its storage is full or forbidden, they last as long as the page. */
export interface PreparedStore {
	list(): readonly Prepared[];
	/** By the application's key. */
	marks(): ReadonlyMap<string, WantedMark>;
	add(shown: Reviewable, mark: WantedMark): void;
	remove(key: string): void;
}

export function preparedOf({ account, programme }: Reviewing): PreparedStore {
	const storageKey = `wikilearn-prepared-${account}-${programme.root}`;
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
		marks: () => new Map(kept.map(({ key, mark }) => [key, mark])),
		add({ key, course, one }, mark) {
			const fresh: Prepared = {
				key,
				course: course.id,
				title: one.title,
				name: one.added.user?.name ?? '',
				mark,
				seen: seenIn(one),
			};
			write([...kept.filter((each) => each.key !== key), fresh]);
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
	return isRecord(one) && typeof one.key === 'string' && isRecord(one.mark) && isRecord(one.seen);
}
