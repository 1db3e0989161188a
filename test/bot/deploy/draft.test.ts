import { describe, expect, it } from 'vitest';
import {
	accountKey,
	fillDraft,
	accountsNamedIn,
	readDraft,
	type DraftValues,
} from '../../../bot/deploy/draft.ts';
import { accountProblems, logProblem } from '../../../bot/deploy/completeDraft.ts';
import { describeProgrammeProblem } from '../../../shared/programme/programmeProblem.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };

const NOW = '2031-01-01T00:00:00Z';

function createKnown(
	more: Partial<DraftValues> = {},
	names: Record<string, number> = { Bot: 1, Rita: 5 },
): DraftValues {
	const accounts = new Map(Object.entries(names).map(([name, id]) => [accountKey(name), { name, id }]));
	return { accounts, logId: 9, from: NOW, present: null, ...more };
}

function problemsOf(draft: unknown): readonly string[] {
	const read = readDraft(draft);
	return read.ok ? [] : read.problems.map(describeProgrammeProblem);
}

describe('a draft', () => {
	it('may omit what the wiki knows, as text or as a value', () => {
		expect(problemsOf(pilot)).toEqual([]);
		expect(readDraft(`\ufeff${JSON.stringify(pilot)}`)).toMatchObject({ ok: true, draft: pilot });
	});

	it('reports everything else that is wrong', () => {
		const broken = { ...pilot, bot: 'WikiLearnBot', reviewers: [{ name: 'User:X' }], courses: [] };
		expect(problemsOf(broken).map((line) => line.split(':')[0])).toEqual([
			'bot',
			'reviewers[0].name',
			'courses',
		]);
		expect(problemsOf('{')).toHaveLength(1);
		expect(problemsOf([])).toHaveLength(1);
		expect(problemsOf({ ...pilot, reviewers: [{ name: 'WikiLearnBot' }] }).join()).toContain('never decides');
		expect(problemsOf({ ...pilot, reviewers: [{ name: 'Rita', id: '5' }] }).join()).toContain(
			'reviewers[0].id: found "5"',
		);
	});

	it('is completed with normalized names', () => {
		const draft = {
			bot: { name: 'Bot' },
			reviewers: [
				{ from: '2030-01-01T00:00:00Z', name: 'rita' },
				{ name: 'Rita', until: NOW },
			],
			team: [{ name: 'Rita', id: 7 }],
			log: { page: 'A/Log' },
			other: 'as it is',
		};
		expect(JSON.stringify(fillDraft(draft, createKnown()))).toBe(
			JSON.stringify({
				bot: { name: 'Bot', id: 1 },
				reviewers: [
					{ name: 'Rita', id: 5, from: '2030-01-01T00:00:00Z' },
					{ name: 'Rita', id: 5, from: NOW, until: NOW },
				],
				team: [{ name: 'Rita', id: 7, from: NOW }],
				log: { page: 'A/Log', id: 9 },
				other: 'as it is',
			}),
		);
	});

	it('keeps the timestamps of existing rows, including renamed people', () => {
		const row = { name: 'Rita', id: 5, from: '2029-01-01T00:00:00Z', until: '2029-12-31T00:00:00Z' };
		const again = { name: 'Rita', id: 5, from: '2030-06-01T00:00:00Z' };
		const present = { reviewers: [row, again], team: [] };
		const filled = (reviewer: object) => fillDraft({ reviewers: [reviewer] }, createKnown({ present }));
		expect(filled({ name: 'Rita' })).toEqual({ reviewers: [row, again] });
		const renamed = createKnown({ present }, { Rose: 5 });
		expect(fillDraft({ reviewers: [{ name: 'Rose' }] }, renamed)).toEqual({
			reviewers: [
				{ ...row, name: 'Rose' },
				{ ...again, name: 'Rose' },
			],
		});
		expect(filled({ name: 'Rita', from: NOW })).toEqual({
			reviewers: [{ name: 'Rita', id: 5, from: NOW }],
		});
		expect(fillDraft({ team: [{ name: 'Rita' }] }, createKnown({ present }))).toEqual({
			team: [{ name: 'Rita', id: 5, from: NOW }],
		});
	});

	it('lists all missing accounts, each once', () => {
		const named = accountsNamedIn({
			bot: { name: 'Bot' },
			reviewers: [{ name: 'Nobody' }, { name: 'Rita' }],
			team: [{ name: 'Nobody' }],
			contact: { account: 'Noone' },
		});
		expect(accountProblems(named, createKnown().accounts, new Map())).toEqual([
			'No such account on this wiki: Nobody, Noone. Correct the names in the file, or create the accounts first.',
		]);
	});

	it.each([
		[
			{ name: 'Rita', id: 6 },
			[[6, { name: 'Max' }]],
			'reviewers[0]: the file gives Rita the user id 6. The account with that id is called Max. Rita has the user id 5.',
		],
		[
			{ name: 'Rita', id: 6 },
			[],
			'reviewers[0]: the file gives Rita the user id 6. No account has that id. Rita has the user id 5.',
		],
		[
			{ name: 'Rika', id: 5 },
			[[5, { name: 'Rita' }]],
			'reviewers[0]: the file gives Rika the user id 5. The account with that id is called Rita. There is no account Rika.',
		],
	] as const)('is rejected with another id: %j', (reviewer, names, says) => {
		const named = accountsNamedIn({ reviewers: [reviewer] });
		expect(accountProblems(named, createKnown().accounts, new Map<number, { name: string }>(names))).toEqual([
			says,
		]);
	});

	it.each([
		['not there', null, false, null, null],
		['there', null, false, {}, null],
		['a redirect', null, false, { redirect: true }, 'is a redirect'],
		['JSON', null, false, { contentmodel: 'json' }, 'content model json'],
		['gone', 9, true, null, 'no page has the id 9. If it was deleted, restore it'],
		['moved since', 9, true, { title: 'B/Log' }, null],
		['another page', 9, false, { title: 'B' }, 'the page with that id is B'],
	] as const)('has a log that is %s', (_, id, isInForce, page, says) => {
		const info = page && {
			pageid: 9,
			title: 'A/Log',
			contentmodel: 'wikitext',
			redirect: false,
			moveProtection: null,
			...page,
		};
		const problem = logProblem('A/Log', id, isInForce, info);
		if (says === null) expect(problem).toBeNull();
		else expect(problem).toContain(says);
	});
});
