import { join } from 'node:path';
import type { WikiInstallation } from './installWiki.ts';
import { phpEnvironment, phpOptions } from './phpCommand.ts';
import { runCommand } from './runCommand.ts';

/**
 * Runs a maintenance script (a file name of MediaWiki's, or an absolute path) on the wiki in this folder and returns
 * its stdout. Throws `CommandFailed`.
 */
export async function runMaintenance(
	installation: WikiInstallation,
	wikiDir: string,
	script: string,
	args: readonly string[] = [],
	input = '',
): Promise<string> {
	const path = script.startsWith('/') ? script : join(installation.mediawikiDir, 'maintenance', script);
	return runCommand(installation.php, [...(await phpOptions()), path, ...args], {
		env: phpEnvironment(installation, wikiDir),
		cwd: wikiDir,
		input,
	});
}
