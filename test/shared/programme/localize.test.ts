import { describe, expect, it } from 'vitest';
import { getFallbackChain, localize, pickText } from '../../../shared/programme/localize.ts';

describe('localize', () => {
	it.each([
		['de', ['de', 'en']],
		['de-at', ['de-at', 'de', 'en']],
		['pt', ['pt', 'pt-br', 'en']],
		['pt_BR', ['pt-br', 'pt', 'en']],
		['lmo', ['lmo', 'pms', 'eml', 'lij', 'vec', 'it', 'en']],
		['en-gb', ['en-gb', 'en']],
		['en', ['en']],
		['zh-tw', ['zh-tw', 'zh-hant', 'zh-hk', 'zh', 'zh-hans', 'en']],
		['constructor', ['constructor', 'en']],
	])('uses MediaWiki’s fallback chain for %s', (language, chain) => {
		expect(getFallbackChain(language)).toEqual(chain);
	});

	it.each([
		['plain', 'fr', 'plain'],
		[{ en: 'e', fr: 'f', es: 's' }, 'ht', 'f'],
		[{ en: 'e', fr: 'f', es: 's' }, 'qu', 's'],
		[{ en: 'e', fr: 'f' }, 'ja', 'e'],
		[{ fr: 'f', es: 's' }, 'ja', 'f'],
		[{}, 'ja', ''],
		[{ en: 'e' }, 'constructor', 'e'],
	])('picks from %j for %s: %s', (text, language, expected) => {
		expect(localize(text as string, language)).toBe(expected);
	});

	it('follows the chain that it is given', () => {
		expect(pickText({ en: 'e', fr: 'f' }, ['ht', 'fr', 'en'])).toBe('f');
	});
});
