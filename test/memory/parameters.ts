import type { Params } from '../../shared/wiki/wiki.ts';
import type { MemoryAccount } from './memoryWiki.ts';
import { createApiError } from './createApiError.ts';

export function parseList(value: Params[string]): readonly string[] {
	if (value === undefined || value === '') return [];
	return Array.isArray(value) ? value.map(String) : String(value).split('|');
}

/** A list of titles or ids: at most 50, 500 with `apihighlimits`. @throws WikiError */
export function parseShortList(account: MemoryAccount, value: Params[string]): readonly string[] {
	const values = parseList(value);
	const most = hasHighLimits(account) ? 500 : 50;
	if (values.length > most)
		throw createApiError('toomanyvalues', `Too many values supplied: the limit is ${most}.`);
	return values;
}

export function hasHighLimits({ rights }: MemoryAccount): boolean {
	return rights.includes('apihighlimits');
}

/** The limit of a response; `most` is the maximum for ordinary accounts. */
export function parseLimit(
	account: MemoryAccount,
	requested: Params[string],
	most: number,
	usual = 10,
): number {
	const max = hasHighLimits(account) ? most * 10 : most;
	return requested === undefined ? usual : requested === 'max' ? max : Math.min(Number(requested), max);
}

export interface ResultPage<T> {
	readonly items: readonly T[];
	/** The key of the first item that did not fit. */
	readonly next: string | null;
}

/** The items that fit, starting at the requested key. */
export function paginate<T>(
	all: readonly T[],
	limit: number,
	from: Params[string],
	keyOf: (item: T) => string,
): ResultPage<T> {
	const at = from === undefined ? 0 : all.findIndex((item) => keyOf(item) === String(from));
	const start = at < 0 ? all.length : at;
	const first = all[start + limit];
	return { items: all.slice(start, start + limit), next: first === undefined ? null : keyOf(first) };
}
