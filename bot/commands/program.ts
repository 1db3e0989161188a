import { Command, InvalidArgumentError, Option } from 'commander';
import { TEMPLATES } from './init/fillTemplate.ts';
import { INIT_QUESTIONS } from './init/questions.ts';
import { RECIPIENT_GROUPS } from '../plan/recipients.ts';
import { VARIABLES, VERSION } from '../operations/settings.ts';
import { check } from './check.ts';
import { deployAll } from './deploy.ts';
import { exportTable } from './export.ts';
import { init } from './init.ts';
import { run } from './run.ts';
import { sessions } from './sessions.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import type { CommonOptions, Context } from './context.ts';
import { runCommand } from './runCommand.ts';

const VARIABLE_HELP = Object.entries(VARIABLES).map(([name, what]) => `  ${name}\n      ${what}`);

const EXIT_CODE_HELP = `
The exit code says who has to act: 0 nobody; 1 something failed; 2 usage or configuration is wrong; 3 done, but a person
is needed.`;

/** The command line, with every command's options and examples. */
export function createProgram(): Command {
	const program = new Command('wikilearn-bot')
		.description('Gathers applications for courses on a wiki, checks them, and keeps the status pages.')
		.version(VERSION)
		.exitOverride()
		// Every command has options; `[options]` after each would leave too little room for the descriptions.
		.configureHelp({ subcommandTerm: formatUsage })
		.showHelpAfterError('(--help lists what there is)')
		.addHelpText('after', `${EXIT_CODE_HELP}\n\nFrom the environment:\n${VARIABLE_HELP.join('\n')}`);
	addInitCommand(program);
	addCommand(
		program,
		'check',
		'looks at programme page, pages, gadget, rights, clock and stop page: each ok, or what to do',
		check,
		['wikilearn-bot check'],
	);
	addCommand(program, 'deploy', 'brings gadget, templates and course pages to the wiki', deployAll, [
		'wikilearn-bot deploy --programme programme.json --dry-run',
		'wikilearn-bot deploy --rollback',
	])
		.option('--programme <file>', 'a programme page to bring as well; without it, the one on the wiki stays')
		.option('--overwrite', 'also write pages that somebody changed on the wiki since they were deployed')
		.option('--rollback', 'undo the newest deployment: bring back what was there before it')
		.addOption(dryRunOption());
	addCycleOptions(
		addCommand(program, 'run', 'runs one cycle', run, [
			'wikilearn-bot run',
			'wikilearn-bot run --dry-run',
			'wikilearn-bot run --log json',
		]),
	);
	addCycleOptions(
		addCommand(program, 'start', 'runs cycles by a schedule, until it is ended', start, [
			"wikilearn-bot start --schedule '*/10 * * * *' --heartbeat heartbeat.json",
		]),
	).option('--schedule <cron>', 'minute hour day month weekday', '*/5 * * * *');
	addCommand(program, 'status', 'says where the programme stands, and whether the bot lives', status, [
		'wikilearn-bot status --heartbeat heartbeat.json',
		'wikilearn-bot status --health --max-age 15',
	])
		.option('--heartbeat <file>', 'where run and start note each cycle (or WIKILEARN_HEARTBEAT)')
		.option('--max-age <minutes>', 'how old the last cycle may be; two periods if left out', parseMinutes)
		.option('--health', 'only look at the heartbeat; the exit code is 1 where the bot is late');
	addCommand(program, 'sessions', 'says which times of the week suit most people', sessions, [
		'wikilearn-bot sessions --who accepted',
	]).addOption(
		new Option('--who <people>', 'whose times count').choices(['all', 'eligible', 'accepted']).default('all'),
	);
	addExportCommand(program);
	return program;
}

function formatUsage(command: Command): string {
	const args = command.registeredArguments.map((arg) =>
		arg.required ? `<${arg.name()}>` : `[${arg.name()}]`,
	);
	return [command.name(), ...args].join(' ');
}

function addExportCommand(program: Command): void {
	addCommand(program, 'export', 'writes the applications as a table', exportTable, [
		'wikilearn-bot export --out applications.csv',
		'wikilearn-bot export --what moodle --course iah',
		'wikilearn-bot export --format massmessage --course iah --to accepted',
	])
		.addOption(
			new Option(
				'--what <table>',
				'what is public about all applications; who has a seat, for Moodle; how people can be reached',
			)
				.choices(['applications', 'moodle', 'contacts'])
				.default('applications'),
		)
		.addOption(
			new Option(
				'--format <format>',
				'of the table; of the talk pages of contacts, a delivery list for the extension MassMessage',
			)
				.choices(['csv', 'json', 'massmessage', 'massmessage-wikitext'])
				.default('csv'),
		)
		.addOption(new Option('--to <whom>', 'which contacts').choices(RECIPIENT_GROUPS).default('all'))
		.option('--course <id>', 'only this course')
		.option('--out <file>', 'the file to write; stdout if left out')
		.option('--overwrite', 'write it even if it is there already')
		.addOption(dryRunOption());
}

/** Its options correspond to the questions that it asks. */
function addInitCommand(program: Command): void {
	const command = addCommand(program, 'init', 'writes a new programme to a file, for you to look at', init, [
		'wikilearn-bot init --template scholarship',
	])
		.addOption(
			new Option('--template <name>', 'what to start from').choices(Object.keys(TEMPLATES)).default('course'),
		)
		.option('--out <file>', 'the file to write', 'programme.json')
		.option('--overwrite', 'write it even if it is there already')
		.addOption(dryRunOption());
	for (const { option, text } of INIT_QUESTIONS) command.option(`--${option} <value>`, text);
}

function addCycleOptions(command: Command): Command {
	return command
		.addOption(dryRunOption())
		.option(
			'--cache <file>',
			'what the last cycle read (or WIKILEARN_CACHE): the next one reads only what is new',
		)
		.option('--heartbeat <file>', 'where to note each cycle (or WIKILEARN_HEARTBEAT); status reads it')
		.addOption(
			new Option('--log <format>', 'how to tell what happens').choices(['lines', 'json']).default('lines'),
		);
}

function parseMinutes(text: string): number {
	const value = Number(text);
	if (!(value > 0)) throw new InvalidArgumentError('It is a number of minutes, for example 15.');
	return value;
}

/** Implements a command; the number is the exit code. */
type CommandAction<Options> = (
	options: Options,
	context: Context,
	args: readonly string[],
) => Promise<number>;
/**
 * Adds a command with the common options.
 *
 * @param usage its name and arguments: `message <course> <template>`
 * @param examples command lines that `--help` shows
 */
function addCommand<Options extends CommonOptions>(
	program: Command,
	usage: string,
	description: string,
	action: CommandAction<Options>,
	examples: readonly string[],
): Command {
	const command = program
		.command(usage)
		.description(description)
		.option('--json', 'the outcome as one JSON document, for machines')
		.option('--debug', 'when it fails, also say where in the program')
		.addHelpText(
			'after',
			`\n${examples.length > 1 ? 'Examples' : 'Example'}:\n${examples.map((example) => `  ${example}`).join('\n')}`,
		);
	return command.action(async () => {
		process.exitCode = await runCommand(command.opts<Options>(), (options, context) =>
			action(options, context, command.args),
		);
	});
}

function dryRunOption(): Option {
	return new Option('--dry-run', 'show the differences; no write reaches the wiki');
}
