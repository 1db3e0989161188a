import { visit, printParseErrorCode } from 'jsonc-parser';
import type { People } from '../../shared/programme/people.ts';
import { type ProgrammeProblem, formatValue } from '../../shared/programme/programmeProblem.ts';
import { readProgramme, type ProgrammeResult } from '../../shared/programme/readProgramme.ts';
import { normalizeTitle } from '../../shared/programme/title.ts';

/*
 * A draft is a programme without ids of accounts and log, and without `from` of people, so that it can be written
 * without querying the wiki.
 */

/** An account on the wiki. */
export interface KnownAccount {
	readonly name: string;
	readonly id: number;
}

/** The values that complete a draft. */
export interface DraftValues {
	/** By {@link accountKey} of the name in the draft. */
	readonly accounts: ReadonlyMap<string, KnownAccount>;
	/** The log's page id, or a placeholder until it exists. */
	readonly logId: number | string;
	/** The `from` of new people, ISO 8601. */
	readonly from: string;
	/** The people on the wiki's programme page: their rows keep their `from`. */
	readonly present: Pick<People, 'reviewers' | 'team'> | null;
}

/** An account named in a draft. */
export interface NamedAccount {
	/** `reviewers[0]` */
	readonly path: string;
	readonly name: string;
	/** Null if omitted. */
	readonly id: number | null;
}

type JsonObject = Readonly<Record<string, unknown>>;

export function accountKey(name: string): string {
	return normalizeTitle(name.normalize('NFC'));
}

/**
 * Validates a draft without a wiki: with made-up ids, it must be a valid programme.
 *
 * @param json its text, or the parsed value
 */
export function readDraft(json: unknown): ProgrammeResult & { readonly draft: unknown } {
	const text = typeof json === 'string' ? json.replace(/^\ufeff/, '') : null;
	const syntaxProblem = text === null || text.trim() === '' ? null : findJsonProblem(text);
	if (syntaxProblem) return { ok: false, problems: [syntaxProblem], draft: null };
	const result = readProgramme(json);
	if (!result.ok && result.problems.some(({ path }) => path === '')) return { ...result, draft: null };
	const draft: unknown = text === null ? json : JSON.parse(text);
	if (result.ok) return { ...result, draft };
	const accounts = new Map(
		accountsNamedIn(draft).map(({ name }, index) => [
			accountKey(name),
			{ name, id: Number.MAX_SAFE_INTEGER - index },
		]),
	);
	const filled = fillDraft(draft, { accounts, logId: 1, from: '2000-01-01T00:00:00Z', present: null });
	return { ...readProgramme(filled), draft };
}

/** The accounts named in a draft: bot, reviewers, team and the email recipient. */
export function accountsNamedIn(draft: unknown): readonly NamedAccount[] {
	if (!isJsonObject(draft)) return [];
	const list = (key: string): readonly (readonly [string, unknown])[] =>
		(Array.isArray(draft[key]) ? draft[key] : []).map((row: unknown, index) => [`${key}[${index}]`, row]);
	const contact = isJsonObject(draft.contact) ? { name: draft.contact.account } : null;
	const rows = [
		['bot', draft.bot] as const,
		...list('reviewers'),
		...list('team'),
		['contact', contact] as const,
	];
	return rows.flatMap(([path, row]) =>
		isJsonObject(row) && typeof row.name === 'string'
			? [{ path, name: row.name, id: typeof row.id === 'number' ? row.id : null }]
			: [],
	);
}

/** The title of the log named in a draft, and its page id if given. */
export function logNamedIn(draft: unknown): { readonly page: string; readonly id: number | null } {
	const log = isJsonObject(draft) && isJsonObject(draft.log) ? draft.log : {};
	return {
		page: typeof log.page === 'string' ? log.page : '',
		id: typeof log.id === 'number' ? log.id : null,
	};
}

/** The draft with the known ids and times filled in; not validated. */
export function fillDraft(draft: unknown, values: DraftValues): unknown {
	if (!isJsonObject(draft)) return draft;
	const { bot, reviewers, team, log } = draft;
	return {
		...draft,
		...(isJsonObject(bot) && { bot: withId(bot, values) }),
		...(isJsonObject(log) && { log: { ...log, id: log.id ?? values.logId } }),
		...(Array.isArray(reviewers) && { reviewers: fillRows(reviewers, values, 'reviewers') }),
		...(Array.isArray(team) && { team: fillRows(team, values, 'team') }),
	};
}

function fillRows(
	rows: readonly unknown[],
	values: DraftValues,
	list: 'reviewers' | 'team',
): readonly unknown[] {
	return rows.flatMap((row: unknown): readonly unknown[] => {
		if (!isJsonObject(row)) return [row];
		const { name, id, from, ...times } = withId(row, values);
		if (from !== undefined) return [{ name, id, from, ...times }];
		const present = (values.present?.[list] ?? []).filter((row) => row.id === id);
		if (present.length === 0) return [{ name, id, from: values.from, ...times }];
		return present.map((row) => ({ ...row, name, ...times }));
	});
}

/** With the name in the wiki's spelling, and name and id first, in any order of the draft. */
function withId(row: JsonObject, { accounts }: DraftValues): JsonObject {
	const { name, id, ...rest } = row;
	const account = typeof name === 'string' ? accounts.get(accountKey(name)) : undefined;
	return { name: account?.name ?? name, id: id ?? account?.id, ...rest };
}

function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parser's errors, worded for people who do not know JSON. */
const EXPECTATIONS: Readonly<Record<string, string>> = {
	PropertyNameExpected: 'a key in double quotes, and no comma before }',
	ValueExpected: 'a value: text in double quotes, a number, true, false, [ or {; and no comma before ]',
	InvalidSymbol: 'text in straight double quotes, a number, true or false',
	ColonExpected: 'a colon after the key',
	CommaExpected: 'a comma, a closing bracket, or a backslash before a quotation mark inside a text: \\"',
	CloseBraceExpected: 'the } of an object that is not closed',
	CloseBracketExpected: 'the ] of a list that is not closed',
	EndOfFileExpected: 'nothing after the end',
	InvalidCommentToken: 'no comments: JSON has none',
	UnexpectedEndOfString: 'double quotes at the end of this text, on its own line',
	InvalidEscapeCharacter: 'two backslashes for one',
};
/**
 * The first JSON syntax error in a text, or null. The wiki only saves valid JSON; files may be invalid. `JSON.parse`
 * accepts duplicate keys and keeps the last; here they are an error.
 */
export function findJsonProblem(text: string): ProgrammeProblem | null {
	const problems: ProgrammeProblem[] = [];
	const addProblem = (expected: string, at: number, line: number, column: number): void => {
		const excerpt = formatValue(/^.{0,30}/.exec(text.slice(at))?.[0]);
		const found = `${excerpt === '""' ? 'the end' : excerpt} in line ${line + 1}, column ${column + 1}`;
		problems.push({ path: '', found, expected, example: '' });
	};
	const openObjects: Set<string>[] = [];
	visit(
		text,
		{
			onObjectBegin: () => void openObjects.push(new Set()),
			onObjectEnd: () => void openObjects.pop(),
			onObjectProperty: (key, at, _length, line, column) => {
				const keys = openObjects[openObjects.length - 1];
				if (keys?.has(key)) addProblem('each key only once', at, line, column);
				keys?.add(key);
			},
			onError: (code, at, _length, line, column) => {
				addProblem(EXPECTATIONS[printParseErrorCode(code)] ?? 'JSON', at, line, column);
			},
		},
		{ disallowComments: true },
	);
	return problems[0] ?? null;
}
