import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Messages } from './usedMessages.ts';
import fallbacks from '../../shared/programme/fallbacks.json' with { type: 'json' };
import { getFallbackChain } from '../../shared/programme/localize.ts';

interface Bundle {
	/** The source file, relative to the repository. */
	readonly source: string;
	/** Replaces `shared/i18n/en.json`. */
	readonly messages: Messages;
	/** The languages with messages, besides English. */
	readonly languages: readonly string[];
}

/** Bundles one script for the wiki: ES2016, which MediaWiki 1.43 validates, with `require` left to ResourceLoader. */
export async function bundleScript(bundle: Bundle): Promise<string> {
	const result = await build({
		entryPoints: [fileURLToPath(new URL(`../../${bundle.source}`, import.meta.url))],
		bundle: true,
		write: false,
		minify: true,
		format: 'cjs',
		platform: 'browser',
		target: 'es2016',
		charset: 'utf8',
		external: ['./wikilearn-*.json'],
		define: {
			WIKILEARN_LANGUAGES: JSON.stringify(bundle.languages),
			WIKILEARN_READERS: JSON.stringify(groupReaderLanguages(bundle.languages)),
		},
		plugins: [englishMessages(bundle.messages)],
		legalComments: 'none',
		logLevel: 'warning',
	});
	const [file] = result.outputFiles;
	if (!file) throw new Error(`${bundle.source}: esbuild wrote no output`);
	return file.text;
}

function englishMessages(messages: Messages): Plugin {
	return {
		name: 'english-messages',
		setup(context) {
			context.onLoad({ filter: /shared\/i18n\/en\.json$/ }, () => ({
				contents: JSON.stringify(messages),
				loader: 'json',
			}));
		},
	};
}

/**
 * Maps each of these languages to the reader languages that fall back to it first, separated by spaces. All other readers
 * get English.
 */
export function groupReaderLanguages(languages: readonly string[]): Readonly<Record<string, string>> {
	const readers = Object.keys(fallbacks).filter((code) => !languages.includes(code));
	const firstFallback = (code: string): string | undefined =>
		getFallbackChain(code).find((fallback) => fallback === 'en' || languages.includes(fallback));
	return Object.fromEntries(
		languages.map((language) => [
			language,
			readers.filter((code) => firstFallback(code) === language).join(' '),
		]),
	);
}
