import { createOutput, type Output, redactAddresses } from '../operations/output.ts';
import { readSecrets, secretsOf, type Environment } from '../operations/settings.ts';
import { Interrupted } from '../wiki/withInterrupt.ts';
import type { CommonOptions, Context } from './context.ts';
import { describeError, EXIT, exitCodeOf, UsageError } from './exit.ts';

/** Runs a command: reads the secrets, handles Ctrl-C, turns errors into messages and exit codes. */
export async function runCommand<Options extends CommonOptions>(
	options: Options,
	action: (options: Options, context: Context) => Promise<number>,
): Promise<number> {
	const secrets = await readSecrets(process.env);
	const env: Environment = secrets.ok ? secrets.env : process.env;
	const out = createCommandOutput(options, env);
	try {
		if (!secrets.ok) throw new UsageError(secrets.problems);
		const dryRun = options.dryRun ?? false;
		return await runUntilInterrupted(
			(signal) => action(options, { env, out, signal, dryRun }),
			(line) => {
				out.warn(line);
			},
		);
	} catch (error) {
		return reportFailure(error, options, out);
	}
}

function reportFailure(error: unknown, { debug }: CommonOptions, out: Output): number {
	const exit = exitCodeOf(error);
	const message = describeError(error);
	out.warn(message);
	if (debug && error instanceof Error) out.warn(error.stack ?? '(no stack)');
	else if (!(error instanceof UsageError || error instanceof Interrupted))
		out.warn('(--debug says where in the program it happened.)');
	out.result({ ok: false, exit, error: redactAddresses(message) });
	return exit === EXIT.done ? EXIT.failed : exit;
}

function createCommandOutput({ json, log }: CommonOptions, env: Environment): Output {
	return createOutput({
		json: json ?? false,
		log: log ?? 'lines',
		secrets: secretsOf(env),
		// See https://no-color.org, and Node's FORCE_COLOR.
		colors: env.FORCE_COLOR ? true : process.stdout.isTTY && !env.NO_COLOR,
		interactive: process.stdin.isTTY && process.stdout.isTTY,
		stdout: (text) => process.stdout.write(text),
		stderr: (text) => process.stderr.write(text),
		now: () => new Date().toISOString(),
	});
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Conventional exit codes for processes ended by a signal: 128 plus the signal's number. */
const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Runs a task. The first Ctrl-C (or SIGTERM) aborts it, the second ends the process at once. */
async function runUntilInterrupted<T>(
	task: (signal: AbortSignal) => Promise<T>,
	warn: (line: string) => void,
): Promise<T> {
	const controller = new AbortController();
	const listeners = SIGNALS.map((name) => {
		const listener = (): void => {
			if (controller.signal.aborted) process.exit(SIGNAL_EXIT_CODES[name]);
			warn('Stopping after what is under way. Once more stops now.');
			controller.abort();
		};
		process.on(name, listener);
		return { name, listener };
	});
	try {
		return await task(controller.signal);
	} finally {
		for (const { name, listener } of listeners) process.off(name, listener);
	}
}
