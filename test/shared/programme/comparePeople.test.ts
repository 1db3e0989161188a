import { describe, expect, it } from 'vitest';
import { comparePeople, withoutInvalidRows } from '../../../shared/programme/comparePeople.ts';
import draft from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { withIds } from '../../programmeWith.ts';

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

describe('the people whom a programme page names', () => {
	it('are as it says', () => {
		expect(compare('Rita', { id: 5, namedSince: null })).toEqual([]);
	});

	it('are the same in another spelling of the name', () => {
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
				counts: true,
			},
		]);
	});

	it('count when somebody else takes their old name later', () => {
		const [one] = compare('Rose', { id: 9, namedSince: '2031-02-01T00:00:01Z' });
		expect(one).toMatchObject({ kind: 'taken-over', counts: true });
		expect(one?.detail).toBe(
			'the account with the user id 5 is called Rose now; Rita is another account’s name since 2031-02-01T00:00:01Z (user id 9)',
		);
	});

	it.each([
		['before the row was saved', '2031-01-31T23:59:59Z'],
		['in that second', SAVED],
		['nobody knows since when, as of the oldest accounts', null],
	])('do not count where the name was another account’s already: %s', (_, namedSince) => {
		expect(compare('Rose', { id: 9, namedSince })).toMatchObject([
			{ kind: 'another-account', counts: false },
		]);
	});

	it('do not count with an id that somebody got after the row was saved', () => {
		expect(compare('Rita', undefined, '2031-02-01T00:00:01Z')).toMatchObject([
			{ kind: 'unregistered', counts: false },
		]);
		expect(compare('Rita', undefined, SAVED)).toEqual([]);
	});

	it('do not count with an id that nobody has', () => {
		expect(compare(null, { id: 9, namedSince: null })).toMatchObject([
			{ kind: 'unregistered', counts: false },
		]);
		expect(compare(null)).toMatchObject([{ kind: 'unregistered', counts: false }]);
	});

	it('are left out of the programme where they do not count, and the bot is not', () => {
		const ids = new Map([
			['WikiLearnBot', 1],
			['ReviewerOne', 2],
			['ReviewerTwo', 3],
			['ReviewerThree', 4],
		]);
		const programme = withIds({ ...draft, team: [{ name: 'ReviewerTwo' }] }, ids, 9);
		const mismatch = (name: string, counts: boolean) => ({
			name,
			id: ids.get(name) ?? 0,
			kind: 'another-account' as const,
			detail: '',
			counts,
		});
		const left = withoutInvalidRows(programme, [
			mismatch('ReviewerTwo', false),
			mismatch('ReviewerThree', true),
			mismatch('WikiLearnBot', false),
		]);
		expect(left.reviewers.map(({ name }) => name)).toEqual(['ReviewerOne', 'ReviewerThree']);
		expect(left.team).toEqual([]);
		expect(left.bot).toEqual(programme.bot);
		expect('team' in withoutInvalidRows(withIds(draft, ids, 9), [])).toBe(false);
	});
});
