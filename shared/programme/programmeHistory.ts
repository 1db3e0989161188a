import type { Revision } from '../wiki/revision.ts';
import { describeProblem, type Problem } from './problem.ts';
import { readProgramme } from './readProgramme.ts';
import type { Programme } from './schema.ts';

/** The root of trust. Who has `editinterface` and `editsitejson` can edit it: plain MediaWiki lets every administrator. */
export const PROGRAMME_PAGE = 'MediaWiki:Gadget-wikilearn-programme.json';

/** Something about whom the bot believes or whom people write to that one revision of the programme page changed. */
export interface ProgrammeChange {
	readonly what: 'bot' | 'people' | 'log' | 'contact';
	readonly revid: number;
	/** ISO 8601. */
	readonly at: string;
	/** Who saved it; empty where that is hidden. */
	readonly by: string;
}

/** What a programme page's history tells. */
export interface ProgrammeHistory {
	/** The newest revision that validates; null: there is none. */
	readonly inForce: { readonly programme: Programme; readonly revid: number } | null;
	/** What is wrong with the newest revision, where that one is not in force. */
	readonly problem: { readonly revid: number; readonly detail: string } | null;
	/** Oldest first; the page's creation is none. */
	readonly changes: readonly ProgrammeChange[];
	/** The bots that earlier revisions named: what they sent counts as sent. */
	readonly formerBots: readonly number[];
	/** For each row of people in force: since when it has stood there without a break. */
	readonly rows: readonly NamedRow[];
}

export interface NamedRow {
	readonly name: string;
	readonly id: number;
	/** ISO 8601. */
	readonly savedAt: string;
}

/**
 * Reads a programme page's history, oldest revision first. A slip of the pen must not stop the handling of applications, so
 * the newest revision that validates is in force.
 */
export function readProgrammeHistory(history: readonly Revision[]): ProgrammeHistory {
	const all = history.map((revision) => ({ revision, read: readProgramme(revision.text ?? '') }));
	const valid = all.flatMap(({ revision, read }) =>
		read.ok ? [{ revision, programme: read.programme }] : [],
	);
	const newest = valid[valid.length - 1];
	const last = all[all.length - 1];
	const changes = valid.slice(1).flatMap(({ revision, programme }, index) => {
		const before = valid[index]?.programme ?? programme;
		return whatChanged(before, programme).map((what) => ({
			what,
			revid: revision.revid,
			at: revision.timestamp,
			by: revision.user?.name ?? '',
		}));
	});
	return {
		inForce: newest ? { programme: newest.programme, revid: newest.revision.revid } : null,
		problem:
			last && !last.read.ok
				? { revid: last.revision.revid, detail: describeInvalid(last.revision, last.read.problems) }
				: null,
		changes,
		formerBots: Array.from(new Set(valid.map(({ programme }) => programme.bot.id))).filter(
			(id) => id !== newest?.programme.bot.id,
		),
		rows: newest ? rowsOf(newest.programme).map((row) => ({ ...row, savedAt: savedAt(row, valid) })) : [],
	};
}

function describeInvalid({ text }: Revision, problems: readonly Problem[]): string {
	return text === null ? 'hidden' : problems.map(describeProblem).join('; ');
}

function whatChanged(before: Programme, now: Programme): readonly ProgrammeChange['what'][] {
	const parts: readonly (readonly [ProgrammeChange['what'], (programme: Programme) => unknown])[] = [
		['bot', ({ bot }) => bot],
		['people', ({ reviewers, team }) => [reviewers, team]],
		['log', ({ log }) => log],
		['contact', ({ contact }) => contact],
	];
	return parts
		.filter(([, part]) => JSON.stringify(part(before)) !== JSON.stringify(part(now)))
		.map(([what]) => what);
}

function rowsOf({ bot, reviewers, team = [] }: Programme): readonly Pick<NamedRow, 'name' | 'id'>[] {
	return [bot, ...reviewers, ...team].map(({ name, id }) => ({ name, id }));
}

function savedAt(
	{ name, id }: Pick<NamedRow, 'name' | 'id'>,
	valid: readonly { readonly revision: Revision; readonly programme: Programme }[],
): string {
	const stands = valid.map(({ programme }) =>
		rowsOf(programme).some((row) => row.name === name && row.id === id),
	);
	return valid[stands.lastIndexOf(false) + 1]?.revision.timestamp ?? '';
}

/** For so long after a change of bot, people or log no decision is announced, and no release overrides that. */
const CHANGE_HOLD_MS = 24 * 60 * 60 * 1000;

/** Until when such a change holds back all decisions, ISO 8601; null: none does. @param at the wiki's clock */
export function heldByChange(changes: readonly ProgrammeChange[], at: string): string | null {
	const newest = changes.filter(({ what }) => what !== 'contact').pop();
	if (!newest) return null;
	const until = Date.parse(newest.at) + CHANGE_HOLD_MS;
	return Date.parse(at) < until ? new Date(until).toISOString() : null;
}
