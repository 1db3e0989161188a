#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { deployAll } from './commands/deploy.ts';
import { describeError, EXIT, exitCodeOf } from './commands/exit.ts';
import { run } from './commands/run.ts';
import { start } from './commands/start.ts';
import { warn } from './commands/terminal.ts';
import { VARIABLES } from './settings.ts';
import { VERSION } from './version.ts';

const variables = Object.entries(VARIABLES).map(([name, what]) => `  ${name}\n      ${what}`);

/** A command's action whose number becomes the exit code. */
function exitWith<Options>(
	action: (options: Options) => Promise<number>,
): (options: Options) => Promise<void> {
	return async (options) => {
		process.exitCode = await action(options);
	};
}

const program = new Command('wikilearn-bot')
	.description('Gathers applications for courses on a wiki, checks them, and keeps the status pages.')
	.version(VERSION)
	.addHelpText('after', `\nFrom the environment:\n${variables.join('\n')}`)
	.exitOverride();
program
	.command('run')
	.description('runs one cycle')
	.addHelpText('after', '\nExample:\n  wikilearn-bot run')
	.action(exitWith(run));
program
	.command('start')
	.description('runs cycles by a schedule, until it is ended')
	.option('--schedule <cron>', 'minute hour day month weekday', '*/5 * * * *')
	.addHelpText('after', "\nExample:\n  wikilearn-bot start --schedule '*/10 * * * *'")
	.action(exitWith(start));
program
	.command('deploy')
	.description('brings gadget, templates and course pages to the wiki')
	.option('--programme <file>', 'a programme page to bring as well; without it, the one on the wiki is used')
	.addHelpText('after', '\nExample:\n  wikilearn-bot deploy --programme wikilearn.json')
	.action(exitWith(deployAll));

try {
	await program.parseAsync();
} catch (error) {
	if (error instanceof CommanderError) {
		process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
	} else {
		warn(describeError(error));
		process.exitCode = exitCodeOf(error);
	}
}
