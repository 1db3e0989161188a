import { readFile } from 'node:fs/promises';

/** Of the gadget's own custom properties. */
const OWN = '--wikilearn-';

type DesignTokens = ReadonlyMap<string, string>;

/** The values of Codex's design tokens in its default theme, by custom property. */
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
 * Gives each use of a design token its value in the default theme as a fallback: older versions of MediaWiki, and some
 * skins, do not define the custom properties.
 *
 * @throws Error where a property is no token, or has a fallback already
 */
export function addFallbacks(style: string, tokens: DesignTokens): string {
	return style.replace(/var\((--[\w-]+)([,)])/g, (whole, name: string, end: string) => {
		if (name.startsWith(OWN)) return whole;
		const value = tokens.get(name);
		if (value === undefined) throw new Error(`${name} is no design token.`);
		if (end === ',') throw new Error(`${name}: the fallback is added by the build.`);
		return `var(${name}, ${addFallbacks(value, tokens)})`;
	});
}
