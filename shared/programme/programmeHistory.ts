import type { Revision } from '../wiki/revision.ts';
import { describeProgrammeProblem, type ProgrammeProblem } from './programmeProblem.ts';
import { readProgramme } from './readProgramme.ts';
import type { Programme } from './schema.ts';

/** The root of trust. Who has `editinterface` and `editsitejson` can edit it: plain MediaWiki lets every administrator. */
export const PROGRAMME_PAGE = 'MediaWiki:Gadget-wikilearn-programme.json';

/** Something about whom the bot believes or whom people write to that one revision of the programme page changed. */
export interface ProgrammeChange {
	readonly part: 'bot' | 'people' | 'log' | 'contact';
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
	const readings = history.map((revision) => ({ revision, result: readProgramme(revision.text ?? '') }));
	const validRevisions = readings.flatMap(({ revision, result }) =>
		result.ok ? [{ revision, programme: result.programme }] : [],
	);
	const newest = validRevisions[validRevisions.length - 1];
	const newestReading = readings[readings.length - 1];
	const changes = validRevisions.slice(1).flatMap(({ revision, programme }, index) => {
		const previous = validRevisions[index]?.programme ?? programme;
		return findChangedParts(previous, programme).map((part) => ({
			part,
			revid: revision.revid,
			at: revision.timestamp,
			by: revision.user?.name ?? '',
		}));
	});
	return {
		inForce: newest ? { programme: newest.programme, revid: newest.revision.revid } : null,
		problem:
			newestReading && !newestReading.result.ok
				? {
						revid: newestReading.revision.revid,
						detail: describeInvalidRevision(newestReading.revision, newestReading.result.problems),
					}
				: null,
		changes,
		formerBots: Array.from(new Set(validRevisions.map(({ programme }) => programme.bot.id))).filter(
			(id) => id !== newest?.programme.bot.id,
		),
		rows: newest
			? listRows(newest.programme).map((row) => ({ ...row, savedAt: findSavedAt(row, validRevisions) }))
			: [],
	};
}

function describeInvalidRevision({ text }: Revision, problems: readonly ProgrammeProblem[]): string {
	return text === null ? 'hidden' : problems.map(describeProgrammeProblem).join('; ');
}

function findChangedParts(previous: Programme, current: Programme): readonly ProgrammeChange['part'][] {
	const parts: readonly (readonly [ProgrammeChange['part'], (programme: Programme) => unknown])[] = [
		['bot', ({ bot }) => bot],
		['people', ({ reviewers, team }) => [reviewers, team]],
		['log', ({ log }) => log],
		['contact', ({ contact }) => contact],
	];
	return parts
		.filter(([, getPart]) => JSON.stringify(getPart(previous)) !== JSON.stringify(getPart(current)))
		.map(([name]) => name);
}

function listRows({ bot, reviewers, team = [] }: Programme): readonly Pick<NamedRow, 'name' | 'id'>[] {
	return [bot, ...reviewers, ...team].map(({ name, id }) => ({ name, id }));
}

function findSavedAt(
	{ name, id }: Pick<NamedRow, 'name' | 'id'>,
	validRevisions: readonly { readonly revision: Revision; readonly programme: Programme }[],
): string {
	const isListedIn = validRevisions.map(({ programme }) =>
		listRows(programme).some((row) => row.name === name && row.id === id),
	);
	return validRevisions[isListedIn.lastIndexOf(false) + 1]?.revision.timestamp ?? '';
}

/** For so long after a change of bot, people or log no decision is announced, and no release overrides that. */
const CHANGE_HOLD_MS = 24 * 60 * 60 * 1000;

/** Until when such a change holds back all decisions, ISO 8601; null: none does. @param at the wiki's clock */
export function findChangeHold(changes: readonly ProgrammeChange[], at: string): string | null {
	const newest = changes.filter(({ part }) => part !== 'contact').pop();
	if (!newest) return null;
	const until = Date.parse(newest.at) + CHANGE_HOLD_MS;
	return Date.parse(at) < until ? new Date(until).toISOString() : null;
}
