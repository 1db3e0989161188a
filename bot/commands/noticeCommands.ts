import type { Command } from 'commander';
import { addCommand, dryRunOption } from './addCommand.ts';
import type { CommonOptions } from './context.ts';
import { release } from './release.ts';
import { remind } from './remind.ts';

/** The commands that write to applicants, or let the bot do so. */
export function addNoticeCommands(program: Command): void {
	addCommand<CommonOptions>(
		program,
		'release <course>',
		'lets the bot tell a course’s applicants what was decided, and says what still forbids it',
		(options, context, [course = '']) => release(options, context, course),
		['wikilearn-bot release iah --dry-run', 'wikilearn-bot release iah'],
	).addOption(dryRunOption());
	addCommand<CommonOptions>(
		program,
		'remind [course]',
		'asks applicants whose email address the team does not have for it, each once',
		(options, context, [course]) => remind(options, context, course),
		['wikilearn-bot remind --dry-run', 'wikilearn-bot remind iah'],
	).addOption(dryRunOption());
}
