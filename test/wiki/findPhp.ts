import { CommandFailed, runCommand } from './runCommand.ts';

/** The extensions that MediaWiki on SQLite requires. */
const neededExtensions = ['pdo_sqlite', 'mbstring', 'xml', 'dom', 'xmlreader', 'intl'] as const;

/** The packages of a usual installation; apcu is optional and makes responses faster. */
export const phpPackages = [
	'php-cli',
	'php-sqlite3',
	'php-mbstring',
	'php-xml',
	'php-intl',
	'php-apcu',
] as const;

async function missingExtensions(php: string): Promise<readonly string[]> {
	const loaded = await runCommand(php, ['-r', 'echo json_encode(get_loaded_extensions());']);
	const names = (JSON.parse(loaded) as string[]).map((name) => name.toLowerCase());
	return neededExtensions.filter((extension) => !names.includes(extension));
}

type FoundPhp =
	| { readonly found: true; readonly php: string }
	| { readonly found: false; readonly missing: readonly string[] };

/** Finds a `php` with all extensions that MediaWiki needs, or reports what is missing. */
export async function findPhp(): Promise<FoundPhp> {
	let missing: readonly string[] = ['php'];
	for (const php of ['php', '/usr/bin/php']) {
		try {
			const extensions = await missingExtensions(php);
			if (extensions.length === 0) return { found: true, php };
			missing = extensions.map((extension) => `PHP extension ${extension}`);
		} catch (error) {
			if (!(error instanceof CommandFailed)) throw error;
		}
	}
	return { found: false, missing };
}
