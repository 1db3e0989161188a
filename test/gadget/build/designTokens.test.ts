import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addFallbacks, readDesignTokens } from '../../../gadget/build/designTokens.ts';

it('gives a token its value, and leaves own properties alone', async () => {
	const tokens = await readDesignTokens();
	expect(addFallbacks('a { color: var(--color-base); margin: var(--wikilearn-gap) }', tokens)).toMatch(
		/^a \{ color: var\(--color-base, #[\da-f]{3,6}\); margin: var\(--wikilearn-gap\) \}$/,
	);
});

it('refuses what is no token, and a value that was copied', () => {
	const tokens = new Map([['--color-base', '#123']]);
	expect(() => addFallbacks('var(--color-bass)', tokens)).toThrow('no design token');
	expect(() => addFallbacks('var(--color-base, #123)', tokens)).toThrow('added by the build');
});

it.each(['form/form.css', 'review/review.css'])('%s copies no color', (file) => {
	expect(readFileSync(`gadget/${file}`, 'utf8')).not.toMatch(/#[\da-f]{3,8}\b|rgb|hsl/i);
});
