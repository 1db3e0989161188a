import { expect, it } from 'vitest';
import { shorten } from '../../../shared/i18n/shorten.ts';

it.each([
	['abc', 'abc'],
	['abcd', 'abc…'],
	['😀😀😀', '😀😀😀'],
	// Of which the first six units are three characters, and no sign of more.
	['😀'.repeat(1000), '😀😀😀…'],
	['ab😀😀', 'ab😀…'],
])('%s to three characters', (text, shown) => {
	expect(shorten(text, 3)).toBe(shown);
});
