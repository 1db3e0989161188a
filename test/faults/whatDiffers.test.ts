import { describe, expect, it } from 'vitest';
import { BOT } from '../bot/cycle/startCycleWiki.ts';
import { extraEdits } from './world/extraEdits.ts';
import type { WholeWiki, WrittenRevision } from './world/readWiki.ts';
import { whatDiffers } from './world/whatDiffers.ts';

function wikiOf(
	pages: Readonly<Record<string, readonly (readonly [user: string, text: string])[]>>,
): WholeWiki {
	let revid = 0;
	const revisions = (all: readonly (readonly [string, string])[]) =>
		all.map(([user, text]): WrittenRevision => ({ revid: ++revid, user, comment: '', text }));
	return new Map(Object.entries(pages).map(([title, all]) => [title, revisions(all)]));
}

describe('what differs between two wikis', () => {
	const wanted = wikiOf({
		A: [
			['Ana', 'hers'],
			[BOT, 'hers, listed'],
		],
		B: [[BOT, 'b']],
	});

	it('is nothing where they are the same, whenever the bot signed', () => {
		expect(whatDiffers(wanted, wanted)).toEqual([]);
		const at = (time: string) => wikiOf({ A: [[BOT, `x ${time}, 3 January 2021 (UTC)`]] });
		expect(whatDiffers(at('10:00'), at('10:01'))).toEqual([]);
	});

	it('is a text that is another one, or not there', () => {
		expect(
			whatDiffers(
				wanted,
				wikiOf({
					A: [
						['Ana', 'hers'],
						[BOT, 'hers'],
					],
					B: [[BOT, 'b']],
				}),
			),
		).toHaveLength(2);
		expect(
			whatDiffers(
				wanted,
				wikiOf({
					A: [
						['Ana', 'hers'],
						[BOT, 'hers, listed'],
					],
				}),
			),
		).toEqual(['B says nothing']);
	});

	it('is what the bot wrote twice', () => {
		const twice = wikiOf({
			A: [
				['Ana', 'hers'],
				[BOT, 'hers, listed'],
				[BOT, 'x'],
				[BOT, 'hers, listed'],
			],
			B: [[BOT, 'b']],
		});
		expect(whatDiffers(wanted, twice)).toEqual(['A was made to say twice "hers, listed"']);
		expect(extraEdits(wanted, twice)).toEqual(['A']);
	});

	it('is an edit of somebody else that is gone', () => {
		expect(whatDiffers(wanted, wikiOf({ A: [[BOT, 'hers, listed']], B: [[BOT, 'b']] }))).toEqual([
			'A lost an edit of Ana: "hers"',
		]);
	});
});
