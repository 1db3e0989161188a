import * as v from 'valibot';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { planMessages, type MessageTemplate } from '../notices/planMessages.ts';
import { recipientsOf, type RecipientGroup } from '../notices/recipients.ts';
import { asBot, type AsBot } from './asBot.ts';
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
	const template = await templateNamed(bot, templateName);
	const recipients = recipientsOf(programme, course.id, applications, to);
	if (recipients.untold.length > 0)
		context.out.warn(
			`${recipients.untold.length} left out, since they were not told yet that they are ${to}: ${recipients.untold.map(({ applicant }) => applicant?.name ?? '').join(', ')}`,
		);
	const open = planMessages(programme, course, recipients.applications, template, sent);
	return sendPlanned(bot, open, recipients.applications.length - open.length, context);
}

const TEMPLATE = 10;
const pageSchema = v.object({
	query: v.object({ pages: v.array(v.object({ pageid: v.optional(v.number()) })) }),
});

/** @throws UsageError where there is no such template */
async function templateNamed({ wiki, site }: AsBot, given: string): Promise<MessageTemplate> {
	const namespace = site.namespaces.find(({ id }) => id === TEMPLATE)?.name ?? 'Template';
	const [, before = '', after = ''] = /^([^:]*):(.*)$/.exec(given) ?? [];
	const isNamespace = [namespace, 'Template'].some((one) => one.toLowerCase() === before.toLowerCase());
	const name = (isNamespace ? after : given).trim();
	const titles = `${namespace}:${name}`;
	const answer = await wiki.ask({ action: 'query', prop: 'info', titles });
	const pageid = parseAnswer(pageSchema, answer).query.pages[0]?.pageid;
	if (pageid === undefined)
		throw new UsageError([
			`There is no ${titles}. Write it first; what it may use is described on ${namespace}:WikiLearn notice/accepted.`,
		]);
	return { name, pageid };
}
