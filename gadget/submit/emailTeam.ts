import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Applying } from '../course/applying.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { pickText } from '../../shared/programme/localize.ts';
import { isRecord } from '../isRecord.ts';

/**
 * What became of the preferred address. `why` is the wiki's reason in the reader's language. `unknown`: the answer was
 * lost, and nobody can look whether the mail went out.
 */
export type Emailed =
	| { readonly kind: 'sent' }
	| { readonly kind: 'not sent'; readonly why: string }
	| { readonly kind: 'unknown' };

/**
 * Hands an address to the team by the wiki's own mail. Never throws: an application is saved all the same. What went
 * out, or may have, is not mailed again when the rest is sent again.
 *
 * @param title of the page with the application
 */
export function createMailer(
	wiki: Wiki,
	applying: Applying,
	title: string,
): (address: string) => Promise<Emailed> {
	const mailed = new Map<string, Emailed>();
	return async (address) => {
		const result = mailed.get(address) ?? (await emailTeam(wiki, applying, title, address));
		if (result.kind !== 'not sent') mailed.set(address, result);
		return result;
	};
}

async function emailTeam(
	wiki: Wiki,
	{ programme, course, account }: Applying,
	title: string,
	address: string,
): Promise<Emailed> {
	try {
		const { emailuser } = await wiki.edit({
			action: 'emailuser',
			target: programme.contact.account,
			subject: emailSubject(programme, course, account),
			text: emailText(account, address, title),
		});
		const failed = isRecord(emailuser) && emailuser.result !== 'Success';
		return failed ? { kind: 'not sent', why: String(emailuser.result) } : { kind: 'sent' };
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		return error.outcome === 'unknown' ? { kind: 'unknown' } : { kind: 'not sent', why: error.message };
	}
}

/** In the programme's language, as the team reads it. */
export function emailSubject(programme: Programme, course: Course, account: string): string {
	const [name, title] = [programme.name, course.title].map((words) => pickText(words, [programme.language]));
	return `${name ?? ''} – ${title ?? ''}: ${account}`;
}

/** @param title of the page with the application */
export function emailText(account: string, address: string, title: string): string {
	return `${account}\n${address}\n${title}`;
}
