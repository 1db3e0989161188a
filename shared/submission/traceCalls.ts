import type { Author } from '../wiki/revision.ts';

/** Who changed a page, when. */
export interface Change {
	readonly revid: number;
	/** 0: the page's first revision. */
	readonly parentid: number;
	/** ISO 8601, the wiki's clock. */
	readonly timestamp: string;
	/** Null where the user is hidden. */
	readonly user: Author | null;
}

/** A template call as it stands in one revision. */
export interface Found<T> {
	/** The heading it stands under; empty at the top of a page. */
	readonly section: string;
	/** Calls that say the same have the same key. */
	readonly key: string;
	readonly value: T;
}

/** A revision and the calls in its text; null where the text is hidden. */
export interface Step<T> {
	readonly change: Change;
	readonly found: readonly Found<T>[] | null;
}

export interface Version<T> extends Found<T> {
	readonly change: Change;
}

/** One call's life on a page: who added it, who changed it to what, who took it away. */
export interface Traced<T> {
	/** The first is the one that added it. Never empty. */
	readonly versions: readonly Version<T>[];
	/** The change since which it is gone, or null: it is there. */
	readonly removed: Change | null;
}

interface Life<T> {
	versions: Version<T>[];
	removed: Change | null;
}

/**
 * Follows template calls through a page's history, oldest revision first. What a page says now proves nothing about
 * who said it; this does.
 *
 * In each revision a call is the one that said the same before; else one that was taken away and came back (a
 * rollback, whoever made it); else the changed form of one that stood under the same heading; else it is new.
 */
export function traceCalls<T>(history: readonly Step<T>[]): readonly Traced<T>[] {
	const lives: Life<T>[] = [];
	for (const { change, found } of history) {
		if (found) follow(lives, change, found);
	}
	return lives;
}

function follow<T>(lives: Life<T>[], change: Change, found: readonly Found<T>[]): void {
	const matched = new Set<Life<T>>();
	let left = found;
	const match = (
		fits: (life: Life<T>, call: Found<T>) => boolean,
		take: (life: Life<T>, call: Found<T>) => void,
	) => {
		left = left.filter((call) => {
			const life = lives.find((candidate) => !matched.has(candidate) && fits(candidate, call));
			if (!life) return true;
			matched.add(life);
			take(life, call);
			return false;
		});
	};
	const same = (life: Life<T>, call: Found<T>) => !life.removed && last(life).key === call.key;
	match(
		(life, call) => same(life, call) && last(life).section === call.section,
		() => undefined,
	);
	match(same, () => undefined);
	match(
		(life, call) => life.removed !== null && life.versions.some(({ key }) => key === call.key),
		(life, call) => {
			life.removed = null;
			if (last(life).key !== call.key) life.versions.push({ ...call, change });
		},
	);
	match(
		(life, call) => !life.removed && last(life).section === call.section,
		(life, call) => life.versions.push({ ...call, change }),
	);
	for (const life of lives) {
		if (!matched.has(life) && !life.removed) life.removed = change;
	}
	for (const call of left) lives.push({ versions: [{ ...call, change }], removed: null });
}

function last<T>(life: Life<T>): Version<T> {
	return life.versions[life.versions.length - 1] as Version<T>;
}
