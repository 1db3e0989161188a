import type { Change } from './change.ts';
import { isSameAccount } from './isSameAccount.ts';
import { lastOf } from './lastOf.ts';

export type { Change } from './change.ts';

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

export interface Event {
	readonly kind: 'added' | 'changed' | 'removed' | 'restored';
	readonly change: Change;
}

/** One call's life on a page: who added it, who changed it to what, who took it away and put it back. */
export interface Traced<T> {
	/** The first is the one that added it. */
	readonly versions: readonly [Version<T>, ...Version<T>[]];
	/** All that happened to it, oldest first, beginning with `added`. */
	readonly events: readonly Event[];
	/** The change since which it is gone, or null: it is there. */
	readonly removed: Change | null;
	/** The very calls, over all revisions, that are this one. */
	readonly calls: readonly Found<T>[];
}

/** What may be taken for the same call in another form. */
export interface Matching<T> {
	/** Whether a call may be what someone else, in this change, made of the one with these versions. */
	readonly mayChange: (before: Traced<T>['versions'], now: Found<T>, change: Change) => boolean;
	/** A call that turns up in another section is another call. */
	readonly fixed?: boolean;
}

interface Life<T> {
	versions: [Version<T>, ...Version<T>[]];
	events: Event[];
	removed: Change | null;
	calls: Found<T>[];
}

/**
 * Follows template calls through a page's history, oldest revision first. What a page says now proves nothing about
 * who said it; this does.
 *
 * In each revision a call is the one that said the same before; else one that was taken away and came back (a
 * rollback, whoever made it); else the changed form of one that the same account added; else the changed form of one
 * that `mayChange` allows for; else it is new. What first shows after a hidden text is the work of one of several
 * people: its author counts as hidden, unless they all are the same account.
 */
export function traceCalls<T>(history: readonly Step<T>[], matching: Matching<T>): readonly Traced<T>[] {
	const lives: Life<T>[] = [];
	let hidden: Change[] = [];
	for (const { change, found } of history) {
		if (found) {
			const isTold = hidden.every((one) => isSameAccount(one, change));
			follow(lives, isTold ? change : { ...change, user: null }, found, matching);
			hidden = [];
		} else hidden.push(change);
	}
	return lives;
}

type Rule = <T>(life: Life<T>, call: Found<T>, change: Change, matching: Matching<T>) => boolean;

/** By which a call is taken for one from before: each is tried under the same heading first, then anywhere. */
const rules: readonly Rule[] = [
	(life, call) => !life.removed && lastOf(life.versions).key === call.key,
	(life, call) => life.removed !== null && life.versions.some(({ key }) => key === call.key),
	(life, _, change) => !life.removed && isSameAccount(life.versions[0].change, change),
	(life, call, change, { mayChange }) => !life.removed && mayChange(life.versions, call, change),
];

function follow<T>(
	lives: Life<T>[],
	change: Change,
	found: readonly Found<T>[],
	matching: Matching<T>,
): void {
	let left = found;
	const open = new Set(lives);
	for (const fits of rules) {
		for (const isAnywhere of matching.fixed ? [false] : [false, true]) {
			if (open.size === 0 || left.length === 0) break;
			left = left.filter((call) => {
				const life = lives.find(
					(one) =>
						open.has(one) &&
						(isAnywhere || lastOf(one.versions).section === call.section) &&
						fits(one, call, change, matching),
				);
				if (!life) return true;
				open.delete(life);
				take(life, call, change);
				return false;
			});
		}
	}
	for (const life of lives) if (open.has(life)) remove(life, change);
	for (const call of left) lives.push(born(call, change));
}

function take<T>(life: Life<T>, call: Found<T>, change: Change): void {
	const isBack = life.removed !== null;
	const isChanged = lastOf(life.versions).key !== call.key;
	life.removed = null;
	life.calls.push(call);
	if (isChanged) life.versions.push({ change, ...call });
	// Where it stands now, said by nobody in particular.
	else if (lastOf(life.versions).section !== call.section)
		life.versions[life.versions.length - 1] = { ...lastOf(life.versions), section: call.section };
	if (isBack) life.events.push({ kind: 'restored', change });
	if (isChanged) life.events.push({ kind: 'changed', change });
}

function remove<T>(life: Life<T>, change: Change): void {
	if (life.removed) return;
	life.removed = change;
	life.events.push({ kind: 'removed', change });
}

function born<T>(call: Found<T>, change: Change): Life<T> {
	return {
		versions: [{ change, ...call }],
		events: [{ kind: 'added', change }],
		removed: null,
		calls: [call],
	};
}
