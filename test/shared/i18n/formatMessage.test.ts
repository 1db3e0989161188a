import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../shared/i18n/formatMessage.ts';

function say(text: string, language = 'en', ...params: (string | number)[]): string {
	return formatMessage([{ language, texts: { key: text } }], 'key', ...params);
}

describe('parameters', () => {
	it.each<[string, (string | number)[], string]>([
		['$1 and $2, $1', ['a', 'b'], 'a and b, a'],
		['$10 $1', ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'ten'], 'ten 1'],
		['$2 is not given', ['a'], '$2 is not given'],
		['$1', ['$2', 'never'], '$2'],
		['$1', ['{{PLURAL:$1|a|b}} | }} <b>'], '{{PLURAL:$1|a|b}} | }} <b>'],
		['{{PLURAL:$1|$2|$2s}}', [2, 'a|b}}'], 'a|b}}s'],
		['$1 edits', [12345], '12,345 edits'],
		['revision $1', ['12345'], 'revision 12345'],
	])('%s', (text, params, expected) => {
		expect(say(text, 'en', ...params)).toBe(expected);
	});

	it('are inserted literally', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				expect(say('$1|{{GENDER:$2|$2}}', 'en', a, b)).toBe(`${a}|${b}`);
			}),
		);
	});
});

describe('PLURAL', () => {
	it.each<[string, string, number, string]>([
		['en', 'one|other', 1, 'one'],
		['en', 'one|other', 0, 'other'],
		['en', 'only', 7, 'only'],
		['en', '0=none|one|other', 0, 'none'],
		['en', 'one|other|12=a dozen', 12, 'a dozen'],
		['en', 'one|other|12=a dozen', 1, 'one'],
		['ru', 'one|few|many', 21, 'one'],
		['ru', 'one|few|many', 3, 'few'],
		['ru', 'one|few|many', 5, 'many'],
		['ru', 'one|few', 5, 'few'],
		['ar', 'zero|one|two|few|many|other', 0, 'zero'],
		['ar', 'zero|one|two|few|many|other', 2, 'two'],
		['ar', 'zero|one|two|few|many|other', 11, 'many'],
		['ar', 'zero|one|two|few|many|other', 100, 'other'],
		['ja', 'other', 1, 'other'],
		['fr', 'one|other', 0, 'one'],
		['es', 'one|other', 1_000_000, 'other'],
		['map-bms', 'one|other', 1, 'one'],
		['zh-min-nan', 'one|other', 2, 'other'],
		['tokipona', 'one|other', 1, 'one'],
	])('%s: {{PLURAL:$1|%s}} of %d', (language, forms, count, expected) => {
		expect(say(`{{PLURAL:$1|${forms}}}`, language, count)).toBe(expected);
	});
});

describe('GENDER', () => {
	it.each([
		['male', 'his|her|their', 'his'],
		['female', 'his|her|their', 'her'],
		['unknown', 'his|her|their', 'their'],
		['', 'his|her|their', 'their'],
		['unknown', 'his|her', 'his'],
		['female', 'their', 'their'],
	])('%s: %s', (gender, forms, expected) => {
		expect(say(`{{GENDER:$1|${forms}}}`, 'en', gender)).toBe(expected);
	});
});

describe('languages', () => {
	const fallbacks = [
		{ language: 'es-419', texts: { '@metadata': { authors: [] }, a: 'uno', empty: '' } },
		{ language: 'en', texts: { a: 'one', b: '$1 two', empty: 'full' } },
	];
	it('falls back to the first language with the message', () => {
		expect(formatMessage(fallbacks, 'a')).toBe('uno');
		expect(formatMessage(fallbacks, 'b', 1)).toBe('1 two');
		expect(formatMessage(fallbacks, 'empty')).toBe('full');
	});

	it('shows the key of a missing message', () => {
		expect(formatMessage(fallbacks, 'c')).toBe('⧼c⧽');
		expect(formatMessage(fallbacks, '@metadata')).toBe('⧼@metadata⧽');
		expect(formatMessage(fallbacks, 'constructor')).toBe('⧼constructor⧽');
	});
});
