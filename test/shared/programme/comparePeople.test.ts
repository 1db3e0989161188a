import { describe, expect, it } from 'vitest';
import { comparePeople, removeInvalidRows } from '../../../shared/programme/comparePeople.ts';
import draft from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { fillInIds } from '../../programmeIds.ts';

const SAVED = '2031-02-01T00:00:00Z';
const rita = { name: 'Rita', id: 5, savedAt: SAVED };

function compare(
	called: string | null,
	holder?: { id: number; namedSince: string | null },
	registered: string | null = null,
) {
	return comparePeople(
		[rita],
		new Map(called === null ? [] : [[5, { name: called, registered }]]),
		new Map(holder ? [['Rita', holder]] : []),
	);
}

describe('people named on a programme page', () => {
	it('are unchanged when all matches', () => {
		expect(compare('Rita', { id: 5, namedSince: null })).toEqual([]);
	});

	it('match in another spelling of the name', () => {
		const rows = [{ name: 'zoë_A', id: 5, savedAt: SAVED }];
		expect(
			comparePeople(rows, new Map([[5, { name: 'Zoë A'.normalize('NFD'), registered: null }]]), new Map()),
		).toEqual([]);
	});

	it('count under another name', () => {
		expect(compare('Rose')).toEqual([
			{
				name: 'Rita',
				id: 5,
				kind: 'renamed',
				detail: 'the account with the user id 5 is called Rose now',
				isValid: true,
			},
		]);
	});

	it('count when somebody else takes their old name later', () => {
		const [change] = compare('Rose', { id: 9, namedSince: '2031-02-01T00:00:01Z' });
		expect(change).toMatchObject({ kind: 'taken-over', isValid: true });
		expect(change?.detail).toBe(
			'the account with the user id 5 is called Rose now; Rita is another account’s name since 2031-02-01T00:00:01Z (user id 9)',
		);
	});

	it.each([
		['before the row was saved', '2031-01-31T23:59:59Z'],
		['in that second', SAVED],
		['nobody knows since when, as of the oldest accounts', null],
	])('do not count when the name already belonged to another account: %s', (_, namedSince) => {
		expect(compare('Rose', { id: 9, namedSince })).toMatchObject([
			{ kind: 'another-account', isValid: false },
		]);
	});

	it('do not count with an id registered after the row was saved', () => {
		expect(compare('Rita', undefined, '2031-02-01T00:00:01Z')).toMatchObject([
			{ kind: 'unregistered', isValid: false },
		]);
		expect(compare('Rita', undefined, SAVED)).toEqual([]);
	});

	it('do not count with an id that nobody has', () => {
		expect(compare(null, { id: 9, namedSince: null })).toMatchObject([
			{ kind: 'unregistered', isValid: false },
		]);
		expect(compare(null)).toMatchObject([{ kind: 'unregistered', isValid: false }]);
	});

	it('are removed from the programme when they do not count, unlike the bot', () => {
		const ids = new Map([
			['WikiLearnBot', 1],
			['ReviewerOne', 2],
			['ReviewerTwo', 3],
			['ReviewerThree', 4],
		]);
		const programme = fillInIds({ ...draft, team: [{ name: 'ReviewerTwo' }] }, ids, 9);
		const mismatch = (name: string, isValid: boolean) => ({
			name,
			id: ids.get(name) ?? 0,
			kind: 'another-account' as const,
			detail: '',
			isValid,
		});
		const remaining = removeInvalidRows(programme, [
			mismatch('ReviewerTwo', false),
			mismatch('ReviewerThree', true),
			mismatch('WikiLearnBot', false),
		]);
		expect(remaining.reviewers.map(({ name }) => name)).toEqual(['ReviewerOne', 'ReviewerThree']);
		expect(remaining.team).toEqual([]);
		expect(remaining.bot).toEqual(programme.bot);
		expect('team' in removeInvalidRows(fillInIds(draft, ids, 9), [])).toBe(false);
	});
});
