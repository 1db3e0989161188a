import { spawn } from 'node:child_process';

export interface RunOptions {
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
	/** Written to the command's stdin. */
	readonly input?: string;
}

/** A command that could not be started (`exitCode` null) or failed. `output` is its whole output. */
export class CommandFailed extends Error {
	constructor(
		readonly command: string,
		readonly exitCode: number | null,
		readonly output: string,
	) {
		super(
			`${command} failed (${exitCode === null ? 'not started' : `exit code ${exitCode}`})\n${output.trim()}`,
		);
	}
}

/** Runs a command and returns its stdout. Throws `CommandFailed`. */
export async function runCommand(
	command: string,
	args: readonly string[],
	options: RunOptions = {},
): Promise<string> {
	const { input = '', ...spawnOptions } = options;
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { ...spawnOptions, stdio: 'pipe' });
		let stdout = '';
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
			output += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
		const commandLine = [command, ...args].join(' ');
		child.on('error', (error) => {
			reject(new CommandFailed(commandLine, null, error.message));
		});
		child.on('close', (exitCode) => {
			if (exitCode === 0) resolve(stdout);
			else reject(new CommandFailed(commandLine, exitCode, output));
		});
		// Ignore EPIPE from a command that does not read stdin: its exit code shows failures.
		child.stdin.on('error', () => undefined);
		child.stdin.end(input);
	});
}
