import { readFile } from 'node:fs/promises';

/** The prefix of the gadget's own custom properties. */
const OWN = '--wikilearn-';

type DesignTokens = ReadonlyMap<string, string>;

/** Reads the values of Codex's design tokens in the default theme, by custom property. */
export async function readDesignTokens(): Promise<DesignTokens> {
	const file = new URL(import.meta.resolve('@wikimedia/codex-design-tokens/theme-wikimedia-ui.css'));
	const lines = (await readFile(file, 'utf8')).split('\n');
	return new Map(
		lines.flatMap((line) => {
			const [, name, value] = /^ *(--[\w-]+): ([^;]+);/.exec(line) ?? [];
			return name === undefined || value === undefined ? [] : [[name, value] as const];
		}),
	);
}

/**
 * Adds each design token's default value as a fallback, because older MediaWiki versions and some skins do not define the
 * custom properties.
 *
 * @throws Error if a property is not a token or already has a fallback
 */
export function addFallbacks(style: string, tokens: DesignTokens): string {
	return style.replace(/var\((--[\w-]+)([,)])/g, (whole, name: string, end: string) => {
		if (name.startsWith(OWN)) return whole;
		const value = tokens.get(name);
		if (value === undefined) throw new Error(`${name}: no design token has this name.`);
		if (end === ',') throw new Error(`${name}: the fallback is added by the build.`);
		return `var(${name}, ${addFallbacks(value, tokens)})`;
	});
}
