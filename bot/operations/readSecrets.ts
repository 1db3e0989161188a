import { readFile, stat } from 'node:fs/promises';
import { parseEnv } from 'node:util';
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
	const secrets = parseEnv(await readFile(file, 'utf8'));
	// What is found instead of a name is not shown: of a line that is no NAME=value it is a password, maybe.
	if (!Object.keys(secrets).every((name) => Object.hasOwn(VARIABLES, name)))
		return {
			ok: false,
			problems: [`${file}: each line must be NAME=value, with one of the variables’ names.`],
		};
	const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
	return { ok: true, env: { ...secrets, ...Object.fromEntries(given) } };
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
