import type { Revision } from '../wiki/revision.ts';
import { describeProgrammeProblem, type ProgrammeProblem } from './programmeProblem.ts';
import { readProgramme } from './readProgramme.ts';
import type { Programme } from './schema.ts';

/** The root of trust. Editing it requires `editinterface` and `editsitejson`, which MediaWiki grants to administrators. */
export const PROGRAMME_PAGE = 'MediaWiki:Gadget-wikilearn-programme.json';

/** A revision's change of the accounts that the bot trusts, the log, or the contact. */
export interface ProgrammeChange {
	readonly part: 'bot' | 'people' | 'log' | 'contact';
	readonly revid: number;
	/** ISO 8601. */
	readonly at: string;
	/** The author's user name; empty if hidden. */
	readonly by: string;
}

/** The result of reading a programme page's history. */
export interface ProgrammeHistory {
	/** The newest valid revision; null if there is none. */
	readonly inForce: { readonly programme: Programme; readonly revid: number } | null;
	/** What is wrong with the newest revision, if it is not in force. */
	readonly problem: { readonly revid: number; readonly detail: string } | null;
	/** Oldest first, without the page's creation. */
	readonly changes: readonly ProgrammeChange[];
	/** Bots of earlier revisions: the notices that they sent still count. */
	readonly formerBots: readonly number[];
	/** The people listed by the revision in force, with the start of their current unbroken listing. */
	readonly rows: readonly NamedRow[];
}

export interface NamedRow {
	readonly name: string;
	readonly id: number;
	/** ISO 8601. */
	readonly savedAt: string;
}

/**
 * Reads a programme page's history, oldest revision first. The newest valid revision is in force, so that a typing error
 * does not stop the handling of applications.
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

/** After a change of bot, people or log, no decision is announced for this long. A release cannot override it. */
const CHANGE_HOLD_MS = 24 * 60 * 60 * 1000;

/** The end of the hold after such a change, ISO 8601; null if there is no hold. @param at the wiki's clock */
export function findChangeHold(changes: readonly ProgrammeChange[], at: string): string | null {
	const newest = changes.filter(({ part }) => part !== 'contact').pop();
	if (!newest) return null;
	const until = Date.parse(newest.at) + CHANGE_HOLD_MS;
	return Date.parse(at) < until ? new Date(until).toISOString() : null;
}
