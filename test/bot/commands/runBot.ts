import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { normalizeOutput } from './normalizeOutput.ts';

export interface BotResult {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
	/** Both together. Which line of the one came before which of the other is chance. */
	readonly output: string;
	/** The command, what it said and its exit code, without what differs from run to run. */
	readonly example: string;
}

export interface RunBotOptions {
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	readonly input?: string;
	/** Whether the example shows how pages would change; left out, since what templates say is not what most are about. */
	readonly differences?: 'shown' | 'left out';
	/** Sends SIGINT once the output matches. */
	readonly interruptAfter?: RegExp;
	/** Sends SIGINT once this resolves. */
	readonly interruptWhen?: () => Promise<void>;
	/** Sends another SIGINT once the first was answered. */
	readonly interruptTwice?: boolean;
}

/** Runs the built bot as its own process, with nothing in its environment but what it is given. */
export async function runBot(
	main: string,
	args: readonly string[],
	{ env = {}, cwd, input, differences = 'left out', ...interrupting }: RunBotOptions = {},
): Promise<BotResult> {
	const child = spawn(process.execPath, [main, ...args], {
		// A machine without git: the examples name a commit all the same.
		env: { PATH: process.env.PATH, SOURCE_VERSION: '0123456789', ...env },
		stdio: ['pipe', 'pipe', 'pipe'],
		...(cwd === undefined ? {} : { cwd }),
	});
	let stdout = '';
	let stderr = '';
	let output = '';
	let interrupted = 0;
	const interrupt = (): void => {
		child.kill('SIGINT');
		interrupted++;
	};
	const { interruptAfter, interruptWhen, interruptTwice } = interrupting;
	const listen = (text: string): void => {
		output += text;
		if (interrupted === 0 && interruptAfter?.test(output)) interrupt();
		if (interrupted === 1 && interruptTwice && output.includes('Once more stops now.')) interrupt();
	};
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		listen(text);
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
		listen(text);
	});
	child.stdin.end(input ?? '');
	if (interruptWhen) {
		await interruptWhen();
		interrupt();
	}
	const [code] = (await once(child, 'close')) as [number | null];
	const transcript = [
		`$ wikilearn-bot ${args.map(shellQuote).join(' ')}`,
		stdout.trimEnd(),
		...(stderr === '' ? [] : ['--- on stderr:', stderr.trimEnd()]),
		`--- exit code ${code}`,
	];
	const example = `${normalizeOutput(transcript.filter((part) => part !== '').join('\n'), differences)}\n`;
	return { code, stdout, stderr, output, example };
}

/** As one would type it in a shell. */
function shellQuote(argument: string): string {
	return /^[\w./=@:-]+$/.test(argument) ? argument : `'${argument}'`;
}
