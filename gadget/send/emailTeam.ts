import type { Wiki } from '../../shared/wiki.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Applying } from '../form/sender.ts';
import { WikiError } from '../../shared/wiki.ts';
import { pickText } from '../../shared/programme/localize.ts';

/** What became of the preferred address. `why` is the wiki's reason in the reader's language. */
export type Emailed = { readonly kind: 'sent' } | { readonly kind: 'not sent'; readonly why: string };

/**
 * Hands the preferred address to the team by the wiki's own mail. Never throws: an application is saved all the same.
 * A lost answer counts as not sent, as nobody can look whether it was: the team rather hears twice than never.
 */
export async function emailTeam(
	wiki: Wiki,
	{ programme, course, account }: Applying,
	address: string,
): Promise<Emailed> {
	try {
		await wiki.act({
			action: 'emailuser',
			target: programme.contact.account,
			subject: emailSubject(programme, course, account),
			text: emailText(course, account, address),
		});
		return { kind: 'sent' };
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		return { kind: 'not sent', why: error.message };
	}
}

/** In the programme's language, as the team reads it. */
export function emailSubject(programme: Programme, course: Course, account: string): string {
	const [name, title] = [programme.name, course.title].map((words) => pickText(words, [programme.language]));
	return `${name ?? ''} – ${title ?? ''}: ${account}`;
}

export function emailText(course: Course, account: string, address: string): string {
	return `${account}\n${address}\n${course.page}/Applications/${account}`;
}
