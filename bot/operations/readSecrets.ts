import { readFile, stat } from 'node:fs/promises';
import { VARIABLES, type Environment } from './settings.ts';

export type WithSecrets =
	| { readonly ok: true; readonly env: Environment }
	| { readonly ok: false; readonly problems: readonly string[] };

/** Adds what the file of `WIKILEARN_SECRETS` says, if there is one. What the environment says itself goes first. */
export async function readSecrets(env: Environment): Promise<WithSecrets> {
	const file = env.WIKILEARN_SECRETS;
	if (!file) return { ok: true, env };
	const problem = await accessProblem(file);
	if (problem !== null) return { ok: false, problems: [problem] };
	const lines = (await readFile(file, 'utf8')).split(/\r?\n/).map((line) => line.trim());
	const entries: [string, string][] = [];
	const problems: string[] = [];
	for (const [index, line] of lines.entries()) {
		if (line === '' || line.startsWith('#')) continue;
		const [, name, value] = /^(?:export\s+)?(\w+)\s*=(.*)$/.exec(line) ?? [];
		// The line is not shown: it may hold a password.
		if (name === undefined || !(name in VARIABLES))
			problems.push(`${file}, line ${index + 1}: expected NAME=value with one of the variables’ names.`);
		else entries.push([name, (value ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')]);
	}
	if (problems.length > 0) return { ok: false, problems };
	const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
	return { ok: true, env: { ...Object.fromEntries(entries), ...Object.fromEntries(given) } };
}

async function accessProblem(file: string): Promise<string | null> {
	try {
		const { mode, uid } = await stat(file);
		if (uid !== process.getuid?.() && process.getuid?.() !== 0) return `${file} belongs to somebody else.`;
		return (mode & 0o077) === 0 ? null : `${file} can be read by others. Do: chmod 600 ${file}`;
	} catch (error) {
		return `WIKILEARN_SECRETS: ${error instanceof Error ? error.message : String(error)}`;
	}
}
