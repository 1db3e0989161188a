import { Option, type Command } from 'commander';
import { recipientGroups } from '../notices/recipients.ts';
import { addCommand, dryRunOption } from './addCommand.ts';
import type { CommonOptions } from './context.ts';
import { message, type MessageOptions } from './message.ts';
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
	addCommand<MessageOptions>(
		program,
		'message <course> <template>',
		'puts a template of yours on the talk pages of a course’s applicants, each once',
		(options, context, [course = '', template = '']) => message(options, context, course, template),
		["wikilearn-bot message iah --to accepted 'WikiLearn news/First session' --dry-run"],
	)
		.addOption(
			new Option(
				'--to <whom>',
				'who has a seat or the offer of one; who is on the waitlist; all who may still take part; those of them whom no mail reaches',
			)
				.choices(recipientGroups)
				.makeOptionMandatory(),
		)
		.addOption(dryRunOption());
}
