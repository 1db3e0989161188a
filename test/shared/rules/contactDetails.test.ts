import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findContactDetails, foldText } from '../../../shared/rules/contactDetails.ts';
import {
	CONTACT_PATTERNS,
	CONTACT_HINT,
	OBFUSCATED_AT,
	OBFUSCATED_DOT,
} from '../../../shared/rules/contactPatterns.ts';
import cases from './contactDetails.json' with { type: 'json' };
import spellings from './contacts/spellings.json' with { type: 'json' };

const texts = [...cases.found.map(([text]) => text!), ...spellings.map(({ text }) => text)];

describe('contact details', () => {
	it.each(cases.found)('in “%s”: %s', (text, kind, expected) => {
		expect(findContactDetails(text).map((detail) => [detail.kind, detail.text])).toContainEqual([
			kind,
			expected,
		]);
	});

	it.each(cases.none)('none in “%s”', (text) => {
		expect(findContactDetails(text)).toEqual([]);
	});
});

it('finds all of several, in order', () => {
	const text = cases.found.map(([text]) => text!).join('\n\n');
	const found = findContactDetails(text).map((detail) => detail.text);
	expect(found).toEqual(expect.arrayContaining(cases.found.map(([, , expected]) => expected)));
});

it('returns ordered, non-overlapping offsets in any text', () => {
	const piece = fc.constantFrom(...texts, ...cases.none, '😀', '\n', ' ');
	fc.assert(
		fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
			const text = pieces.join('');
			let end = 0;
			for (const detail of findContactDetails(text)) {
				expect(detail.start).toBeGreaterThanOrEqual(end);
				expect(text.slice(detail.start, detail.end)).toBe(detail.text);
				end = detail.end;
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

it('never skips a pattern that would match', () => {
	const piece = fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom(...fragments.split(' '), ' ', ' ', '\u00a0') },
		{ weight: 2, arbitrary: fc.constantFrom(...texts) },
	);
	const found = new Set<RegExp>();
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const { text } = foldText(pieces.join(''));
			const unveiled = text.replace(OBFUSCATED_AT, '@').replace(OBFUSCATED_DOT, '.');
			for (const { pattern } of CONTACT_PATTERNS) {
				if (unveiled.search(pattern) < 0) continue;
				found.add(pattern);
				expect(CONTACT_HINT.test(text), String(pattern)).toBe(true);
			}
		}),
		{ numRuns: 5000 },
	);
	expect(found.size).toBe(CONTACT_PATTERNS.length);
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
])('terminates on 100,000 characters of “%s”', (unit) => {
	const text = unit.repeat(Math.ceil(100_000 / unit.length));
	expect(findContactDetails(`${text}!`).length).toBeLessThanOrEqual(text.length);
});
