import { describe, expect, it } from 'vitest';
import { BOT } from '../bot/cycle/startCycleWiki.ts';
import { findExtraEdits } from './world/findExtraEdits.ts';
import type { WikiContents, WrittenRevision } from './world/readWiki.ts';
import { findDifferences } from './world/findDifferences.ts';

function createWikiContents(
	pages: Readonly<Record<string, readonly (readonly [user: string, text: string])[]>>,
): WikiContents {
	let revid = 0;
	const revisions = (all: readonly (readonly [string, string])[]) =>
		all.map(([user, text]): WrittenRevision => ({ revid: ++revid, user, comment: '', text }));
	return new Map(Object.entries(pages).map(([title, all]) => [title, revisions(all)]));
}

describe('differences between two wikis', () => {
	const expected = createWikiContents({
		A: [
			['Ana', 'hers'],
			[BOT, 'hers, listed'],
		],
		B: [[BOT, 'b']],
	});

	it('are empty for equal contents, whatever the signature times', () => {
		expect(findDifferences(expected, expected)).toEqual([]);
		const at = (time: string) => createWikiContents({ A: [[BOT, `x ${time}, 3 January 2021 (UTC)`]] });
		expect(findDifferences(at('10:00'), at('10:01'))).toEqual([]);
	});

	it('include changed and missing texts', () => {
		expect(
			findDifferences(
				expected,
				createWikiContents({
					A: [
						['Ana', 'hers'],
						[BOT, 'hers'],
					],
					B: [[BOT, 'b']],
				}),
			),
		).toHaveLength(2);
		expect(
			findDifferences(
				expected,
				createWikiContents({
					A: [
						['Ana', 'hers'],
						[BOT, 'hers, listed'],
					],
				}),
			),
		).toEqual(['B says nothing']);
	});

	it('include repeated edits by the bot', () => {
		const twice = createWikiContents({
			A: [
				['Ana', 'hers'],
				[BOT, 'hers, listed'],
				[BOT, 'x'],
				[BOT, 'hers, listed'],
			],
			B: [[BOT, 'b']],
		});
		expect(findDifferences(expected, twice)).toEqual(['A was made to say twice "hers, listed"']);
		expect(findExtraEdits(expected, twice)).toEqual(['A']);
	});

	it('include lost edits by others', () => {
		expect(
			findDifferences(expected, createWikiContents({ A: [[BOT, 'hers, listed']], B: [[BOT, 'b']] })),
		).toEqual(['A lost an edit of Ana: "hers"']);
	});
});
