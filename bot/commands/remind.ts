import { asksForEmail, planReminders } from '../notices/planReminders.ts';
import { asBot } from './asBot.ts';
import type { CommonOptions, Context } from './context.ts';
import { courseNamed } from './courseNamed.ts';
import { UsageError } from './exit.ts';
import { sendPlanned } from './sendPlanned.ts';

/** Asks applicants whose email address the team does not have for it, on their talk pages: each once. */
export async function remind(_: CommonOptions, context: Context, courseId?: string): Promise<number> {
	const bot = await asBot(context);
	const { programme, applications, sent } = bot.cycle;
	const courses = courseId === undefined ? programme.courses : [courseNamed(programme, courseId)];
	if (!courses.some(asksForEmail))
		throw new UsageError([
			`${courseId ?? 'The programme'} asks nobody for an email address: that takes a question of the type private-email.`,
		]);
	const all = planReminders(programme, courses, applications, [], bot.site);
	const open = planReminders(programme, courses, applications, sent, bot.site);
	return sendPlanned(bot, open, all.length - open.length, context);
}
