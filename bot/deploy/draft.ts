import type { People } from '../../shared/programme/people.ts';
import { readProgramme, type ProgrammeResult } from '../../shared/programme/readProgramme.ts';
import { normalizeTitle } from '../../shared/programme/title.ts';
import { jsonProblem } from './jsonProblem.ts';

/*
 * A draft is a programme whose accounts and log have no ids yet, and whose people have no `from`: what a person can write
 * without asking the wiki.
 */

/** An account as the wiki knows it. */
export interface KnownAccount {
	readonly name: string;
	readonly id: number;
}

/** What fills in a draft. */
export interface Known {
	/** By {@link accountKey} of the name that the draft gives. */
	readonly accounts: ReadonlyMap<string, KnownAccount>;
	/** The log's page id, or a text in its place while it has none. */
	readonly log: number | string;
	/** From when on people without `from` count, ISO 8601. */
	readonly from: string;
	/** The people whom the programme page on the wiki names: their rows keep their times. */
	readonly present: Pick<People, 'reviewers' | 'team'> | null;
}

/** Somebody whom a draft names. */
export interface NamedInDraft {
	/** `reviewers[0]` */
	readonly path: string;
	readonly name: string;
	/** Null: the draft leaves it out. */
	readonly id: number | null;
}

type Fields = Readonly<Record<string, unknown>>;

export function accountKey(name: string): string {
	return normalizeTitle(name.normalize('NFC'));
}

/**
 * Checks a draft, before any wiki is asked: filled in with ids that are made up, it must be a programme.
 *
 * @param json its text, or the value that JSON made of it
 */
export function readDraft(json: unknown): ProgrammeResult & { readonly draft: unknown } {
	const text = typeof json === 'string' ? json.replace(/^\ufeff/, '') : null;
	const broken = text === null || text.trim() === '' ? null : jsonProblem(text);
	if (broken) return { ok: false, problems: [broken], draft: null };
	const read = readProgramme(json);
	if (!read.ok && read.problems.some(({ path }) => path === '')) return { ...read, draft: null };
	const draft: unknown = text === null ? json : JSON.parse(text);
	if (read.ok) return { ...read, draft };
	const accounts = new Map(
		namedIn(draft).map(({ name }, index) => [
			accountKey(name),
			{ name, id: Number.MAX_SAFE_INTEGER - index },
		]),
	);
	const filled = fillIn(draft, { accounts, log: 1, from: '2000-01-01T00:00:00Z', present: null });
	return { ...readProgramme(filled), draft };
}

/** Whom a draft names: bot, reviewers, team and the account that receives mail. */
export function namedIn(draft: unknown): readonly NamedInDraft[] {
	if (!isFields(draft)) return [];
	const list = (key: string): readonly (readonly [string, unknown])[] =>
		(Array.isArray(draft[key]) ? draft[key] : []).map((row: unknown, index) => [`${key}[${index}]`, row]);
	const contact = isFields(draft.contact) ? { name: draft.contact.account } : null;
	const rows = [
		['bot', draft.bot] as const,
		...list('reviewers'),
		...list('team'),
		['contact', contact] as const,
	];
	return rows.flatMap(([path, row]) =>
		isFields(row) && typeof row.name === 'string'
			? [{ path, name: row.name, id: typeof row.id === 'number' ? row.id : null }]
			: [],
	);
}

/** The title of the log that a draft names, and its page id where that is given. */
export function logIn(draft: unknown): { readonly page: string; readonly id: number | null } {
	const log = isFields(draft) && isFields(draft.log) ? draft.log : {};
	return {
		page: typeof log.page === 'string' ? log.page : '',
		id: typeof log.id === 'number' ? log.id : null,
	};
}

/** The draft with ids and times in it, as far as they are known; what is wrong with the rest is not looked at here. */
export function fillIn(draft: unknown, known: Known): unknown {
	if (!isFields(draft)) return draft;
	const { bot, reviewers, team, log } = draft;
	return {
		...draft,
		...(isFields(bot) && { bot: withId(bot, known) }),
		...(isFields(log) && { log: { ...log, id: log.id ?? known.log } }),
		...(Array.isArray(reviewers) && { reviewers: fillRows(reviewers, known, 'reviewers') }),
		...(Array.isArray(team) && { team: fillRows(team, known, 'team') }),
	};
}

function fillRows(rows: readonly unknown[], known: Known, list: 'reviewers' | 'team'): readonly unknown[] {
	return rows.flatMap((row: unknown): readonly unknown[] => {
		if (!isFields(row)) return [row];
		const { name, id, from, ...times } = withId(row, known);
		if (from !== undefined) return [{ name, id, from, ...times }];
		const present = (known.present?.[list] ?? []).filter((one) => one.id === id);
		if (present.length === 0) return [{ name, id, from: known.from, ...times }];
		return present.map((one) => ({ ...one, name, ...times }));
	});
}

/** With the name as the wiki writes it, and first name and id, whatever the draft's order. */
function withId(row: Fields, { accounts }: Known): Fields {
	const { name, id, ...rest } = row;
	const account = typeof name === 'string' ? accounts.get(accountKey(name)) : undefined;
	return { name: account?.name ?? name, id: id ?? account?.id, ...rest };
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
