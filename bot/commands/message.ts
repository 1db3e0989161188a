import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { planMessages, type MessageTemplate } from '../notices/planMessages.ts';
import { recipientsOf, type RecipientGroup } from '../notices/recipients.ts';
import { asBot } from './asBot.ts';
import type { CommonOptions, Context } from './context.ts';
import { courseNamed } from './courseNamed.ts';
import { UsageError } from './exit.ts';
import { sendPlanned } from './sendPlanned.ts';

export interface MessageOptions extends CommonOptions {
	readonly to: RecipientGroup;
}

/** Puts a template of the team's on the talk pages of a course's applicants: each gets it once. */
export async function message(
	{ to }: MessageOptions,
	context: Context,
	courseId: string,
	templateName: string,
): Promise<number> {
	const bot = await asBot(context);
	const { programme, applications, sent } = bot.cycle;
	const course = courseNamed(programme, courseId);
	const template = await templateNamed(bot.wiki, templateName);
	const recipients = recipientsOf(programme, course.id, applications, to);
	if (recipients.untold.length > 0)
		context.out.warn(
			`${recipients.untold.length} left out, since they were not told yet that they are ${to}: ${recipients.untold.map(({ applicant }) => applicant?.name ?? '').join(', ')}`,
		);
	const open = planMessages(programme, course, recipients.applications, template, sent);
	return sendPlanned(bot, open, recipients.applications.length - open.length, context);
}

const pageSchema = v.object({
	query: v.object({
		pages: v.array(v.object({ pageid: v.optional(v.number()), title: v.optional(v.string(), '') })),
	}),
});

/** @throws UsageError where there is no such template */
async function templateNamed(wiki: Wiki, name: string): Promise<MessageTemplate> {
	const title = /^template:/i.test(name) ? name : `Template:${name}`;
	const answer = await wiki.ask({ action: 'query', prop: 'info', titles: title });
	const page = parseAnswer(pageSchema, answer).query.pages[0];
	if (page?.pageid === undefined)
		throw new UsageError([
			`There is no ${title}. Write it first; what it may use is described on Template:WikiLearn notice/start.`,
		]);
	return { name: title.slice(title.indexOf(':') + 1).trim(), pageid: page.pageid };
}
