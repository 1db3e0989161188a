import type { Params } from '../../shared/wiki/wiki.ts';
import type { MemoryAccount } from './memoryWiki.ts';
import { refused } from './refused.ts';

export function list(value: Params[string]): readonly string[] {
	if (value === undefined || value === '') return [];
	return Array.isArray(value) ? value.map(String) : String(value).split('|');
}

/** Titles and ids: at most 50, 500 with `apihighlimits`. @throws WikiError */
export function shortList(account: MemoryAccount, value: Params[string]): readonly string[] {
	const values = list(value);
	const most = hasHighLimits(account) ? 500 : 50;
	if (values.length > most) throw refused('toomanyvalues', `Too many values supplied: the limit is ${most}.`);
	return values;
}

export function hasHighLimits({ rights }: MemoryAccount): boolean {
	return rights.includes('apihighlimits');
}

/** How many an answer may hold, where it is `most` of them for ordinary accounts. */
export function limitOf(account: MemoryAccount, asked: Params[string], most: number, usual = 10): number {
	const max = hasHighLimits(account) ? most * 10 : most;
	return asked === undefined ? usual : asked === 'max' ? max : Math.min(Number(asked), max);
}

export interface Part<T> {
	readonly items: readonly T[];
	/** The key of the first item that did not fit. */
	readonly next: string | null;
}

/** Those that fit, from the one whose key is asked for. */
export function partOf<T>(
	all: readonly T[],
	limit: number,
	from: Params[string],
	keyOf: (one: T) => string,
): Part<T> {
	const at = from === undefined ? 0 : all.findIndex((one) => keyOf(one) === String(from));
	const start = at < 0 ? all.length : at;
	const first = all[start + limit];
	return { items: all.slice(start, start + limit), next: first === undefined ? null : keyOf(first) };
}
