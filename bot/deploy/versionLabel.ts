import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { VERSION } from '../operations/version.ts';

/** A commit as git shortens it, `-dirty` where files differ from it. */
const COMMIT = /^[0-9a-f]{7,40}(-dirty)?$/;

/**
 * What edits' summaries call this software: version and, where it is known, commit. It is known inside a clone;
 * elsewhere from `SOURCE_VERSION`, which build services set.
 */
export async function versionLabel(env: Readonly<Record<string, string | undefined>>): Promise<string> {
	const commit = (await commitHere()) ?? env.SOURCE_VERSION?.slice(0, 10);
	return commit !== undefined && COMMIT.test(commit) ? `${VERSION} (${commit})` : VERSION;
}

async function commitHere(): Promise<string | undefined> {
	try {
		const { stdout } = await promisify(execFile)('git', ['describe', '--always', '--dirty', '--exclude=*'], {
			cwd: new URL('.', import.meta.url),
			timeout: 5000,
		});
		return stdout.trim();
	} catch {
		return undefined;
	}
}
