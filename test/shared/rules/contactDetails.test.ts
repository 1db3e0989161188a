import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findContactDetails } from '../../../shared/rules/contactDetails.ts';
import { contactPatterns, hint, veiledAt, veiledDot } from '../../../shared/rules/contactPatterns.ts';
import { foldText } from '../../../shared/rules/foldText.ts';
import cases from './contactDetails.json' with { type: 'json' };
import spellings from './contacts/spellings.json' with { type: 'json' };

const texts = [...cases.found.map(([text]) => text!), ...spellings.map(({ text }) => text)];

describe('contact details', () => {
	it.each(cases.found)('in “%s”: %s', (text, kind, expected) => {
		expect(findContactDetails(text).map((one) => [one.kind, one.text])).toContainEqual([kind, expected]);
	});

	it.each(cases.none)('none in “%s”', (text) => {
		expect(findContactDetails(text)).toEqual([]);
	});
});

it('finds each of several, in order', () => {
	const text = cases.found.map(([one]) => one!).join('\n\n');
	const found = findContactDetails(text).map((one) => one.text);
	expect(found).toEqual(expect.arrayContaining(cases.found.map(([, , expected]) => expected)));
});

it('gives offsets of what it found, in order and apart, in any text', () => {
	const piece = fc.constantFrom(...texts, ...cases.none, '😀', '\n', ' ');
	fc.assert(
		fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
			const text = pieces.join('');
			let end = 0;
			for (const one of findContactDetails(text)) {
				expect(one.start).toBeGreaterThanOrEqual(end);
				expect(text.slice(one.start, one.end)).toBe(one.text);
				end = one.end;
			}
		}),
		{ numRuns: 1000 },
	);
});

/** What addresses, numbers and names are made of, and what stands between. */
const fragments =
	'a ab x.y me_2 @ : # / . .. - + ( ) [ ] { } < > at dot point arroba %40 &#64; &commat; ＠ com org de ' +
	'0 00 1 12 345 2345 6789 0123456789 tel: phone t.me wa.me signal.me discord.com users skype live: call ? ' +
	'telegram discord skype whatsapp signal matrix id is on via https:// gmail yahoo mail: arroba собака 艾特 在 点 qq vx line ' +
	'微信 واتس тг -at- _dot_ ( (at) [dot] as me user 01 0171 123-4567 2024-01 live:';

it('looks for each pattern wherever it would find something', () => {
	const piece = fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom(...fragments.split(' '), ' ', ' ', '\u00a0') },
		{ weight: 2, arbitrary: fc.constantFrom(...texts) },
	);
	const found = new Set<RegExp>();
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const { text } = foldText(pieces.join(''));
			const unveiled = text.replace(veiledAt, '@').replace(veiledDot, '.');
			for (const { pattern } of contactPatterns) {
				if (unveiled.search(pattern) < 0) continue;
				found.add(pattern);
				expect(hint.test(text), String(pattern)).toBe(true);
			}
		}),
		{ numRuns: 5000 },
	);
	expect(found.size).toBe(contactPatterns.length);
});

// A pattern that backtracks without bound does not come to an end here.
it.each([
	'a',
	'1',
	'a@',
	'a.',
	'+1 ',
	'00',
	'a at ',
	'a dot ',
	'(',
	' ',
	'telegram ',
	'discord ',
	'@a.',
	'x#',
	'-',
	'1-',
	'skype:',
	' at a',
	'-at-a.',
	'a b ',
	'telegram is ',
	'call me at ',
	'a.1a.1',
	'&#64;',
	'\u200b',
	'<!--',
])('comes to an end on 100,000 characters of “%s”', (unit) => {
	const text = unit.repeat(Math.ceil(100_000 / unit.length));
	expect(findContactDetails(`${text}!`).length).toBeLessThanOrEqual(text.length);
});
