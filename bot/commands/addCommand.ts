import { Option, type Command } from 'commander';
import type { CommonOptions, Context } from './context.ts';
import { perform } from './perform.ts';

/** What a command does with its options and arguments; the number becomes the exit code. */
export type Action<Options> = (
	options: Options,
	context: Context,
	args: readonly string[],
) => Promise<number>;

/**
 * Adds a command, with what all of them have.
 *
 * @param usage its name, with its arguments after it: `message <course> <template>`
 * @param examples command lines to be shown by `--help`
 */
export function addCommand<Options extends CommonOptions>(
	program: Command,
	usage: string,
	description: string,
	action: Action<Options>,
	examples: readonly string[],
): Command {
	const command = program
		.command(usage)
		.description(description)
		.option('--json', 'the outcome as one JSON document, for machines')
		.option('--debug', 'when it fails, also say where in the program')
		.addHelpText(
			'after',
			`\n${examples.length > 1 ? 'Examples' : 'Example'}:\n${examples.map((one) => `  ${one}`).join('\n')}`,
		);
	return command.action(async () => {
		process.exitCode = await perform(command.opts<Options>(), (options, context) =>
			action(options, context, command.args),
		);
	});
}

export function dryRunOption(): Option {
	return new Option('--dry-run', 'show the differences; no write reaches the wiki');
}
