import { describe, expect, it } from 'vitest';
import { findChangeHold, readProgrammeHistory } from '../../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Revision } from '../../../shared/wiki/revision.ts';
import { createCycleProgramme } from '../../bot/cycle/createCycleProgramme.ts';
import { fillInPlaceholderIds } from '../../programmeIds.ts';
import { hour } from '../actions/logBuilder.ts';

const programme = fillInPlaceholderIds(createCycleProgramme(Date.parse(hour(0))));
const [rita] = programme.reviewers;

type Texts = readonly (Programme | string | null)[];

/** A history, an hour from each revision to the next. Revisions are 1, 2, …; null is hidden. */
function history(...texts: Texts): readonly Revision[] {
	return texts.map((text, index) => ({
		revid: index + 1,
		parentid: index,
		timestamp: hour(index),
		user: { id: 4, name: 'Admin' },
		comment: '',
		size: 1,
		tags: [],
		text: typeof text === 'object' && text !== null ? JSON.stringify(text) : text,
	}));
}

const changes = (...texts: Texts) =>
	readProgrammeHistory(history(...texts)).changes.map(
		({ part: field, revid, by }) => `${revid} ${field} ${by}`,
	);
const otherBot = { ...programme, bot: { name: 'Otherbot', id: 77 } };
const noRita = { ...programme, reviewers: [{ ...rita!, id: 78 }] };

describe('a programme page’s history', () => {
	it('has the newest valid revision in force, and reports problems of a newer one', () => {
		const seats = { ...programme, root: 'Elsewhere' };
		expect(readProgrammeHistory(history(programme, seats))).toMatchObject({
			inForce: { revid: 2, programme: { root: 'Elsewhere' } },
			problem: null,
		});
		expect(readProgrammeHistory(history(programme, '{}', 'no JSON'))).toMatchObject({
			inForce: { revid: 1 },
			problem: { revid: 3 },
		});
		expect(readProgrammeHistory(history(programme, null))).toMatchObject({
			inForce: { revid: 1 },
			problem: { revid: 2, detail: 'hidden' },
		});
	});

	it('has nothing in force when no revision is valid', () => {
		expect(readProgrammeHistory(history('{}')).inForce).toBeNull();
		expect(readProgrammeHistory([])).toMatchObject({ inForce: null, problem: null, changes: [], rows: [] });
	});

	it.each<[string, Programme, readonly string[]]>([
		['the bot', otherBot, ['2 bot Admin']],
		['a reviewer’s id', noRita, ['2 people Admin']],
		[
			'a reviewer’s last day',
			{ ...programme, reviewers: [{ ...rita!, until: hour(5) }] },
			['2 people Admin'],
		],
		['the team', { ...programme, team: [rita!] }, ['2 people Admin']],
		['the log', { ...programme, log: { ...programme.log, id: 99 } }, ['2 log Admin']],
		[
			'the contact',
			{ ...programme, contact: { ...programme.contact, address: 'x@example.org' } },
			['2 contact Admin'],
		],
		['all of it', { ...otherBot, reviewers: noRita.reviewers }, ['2 bot Admin', '2 people Admin']],
		['the root', { ...programme, root: 'Elsewhere' }, []],
	])('reports a change of %s', (_, changed, expected) => {
		expect(changes(programme, changed)).toEqual(expected);
	});

	it('ignores its creation, and compares valid revisions only', () => {
		expect(changes(programme)).toEqual([]);
		expect(changes('{}', programme)).toEqual([]);
		expect(changes(programme, '{}', programme)).toEqual([]);
		expect(changes(programme, '{}', otherBot)).toEqual(['3 bot Admin']);
		expect(changes(programme, otherBot, programme)).toEqual(['2 bot Admin', '3 bot Admin']);
	});

	it('lists previous bot accounts', () => {
		const { bot } = programme;
		expect(readProgrammeHistory(history(programme, otherBot)).formerBots).toEqual([bot.id]);
		expect(readProgrammeHistory(history(programme, otherBot, programme)).formerBots).toEqual([77]);
		expect(readProgrammeHistory(history(programme)).formerBots).toEqual([]);
	});

	it('knows since when each person has been listed without interruption', () => {
		const { rows } = readProgrammeHistory(history(programme, noRita, programme, { ...programme, root: 'E' }));
		expect(rows.find(({ name }) => name === 'Rita')?.savedAt).toBe(hour(2));
		expect(rows.find(({ name }) => name === programme.bot.name)?.savedAt).toBe(hour(0));
	});
});

describe('a change of the programme page', () => {
	const holdsDecisions = (at: number, ...texts: Texts) =>
		findChangeHold(readProgrammeHistory(history(...texts)).changes, hour(at));
	const until = new Date(hour(1 + 24)).toISOString();

	it.each<[string, number, readonly Programme[], string | null]>([
		['of the bot', 2, [programme, otherBot], until],
		['of the people', 24, [programme, noRita], until],
		['a day later', 25, [programme, noRita], null],
		[
			'of the contact',
			2,
			[programme, { ...programme, contact: { account: 'X', address: 'x@example.org' } }],
			null,
		],
		['which is its creation', 0, [programme], null],
		['that was put right', 3, [programme, noRita, programme], new Date(hour(2 + 24)).toISOString()],
	])('%s holds decisions for a day, or not', (_, at, texts, expected) => {
		expect(holdsDecisions(at, ...texts)).toBe(expected);
	});
});
