import { type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { ApplicationContext } from '../course/applicationContext.ts';
import { pickText } from '../../shared/programme/localize.ts';
import { isRecord } from '../isRecord.ts';
import { h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';
import { notice } from '../ui/notice.ts';

/**
 * What became of the preferred address. `why` is the wiki's reason in the reader's language. `unknown`: the answer was
 * lost, and nobody can look whether the mail went out.
 */
export type EmailResult =
	| { readonly kind: 'sent' }
	| { readonly kind: 'not sent'; readonly reason: string }
	| { readonly kind: 'unknown' };

/**
 * Hands an address to the team by the wiki's own mail. Never throws: an application is saved all the same. What went
 * out, or may have, is not mailed again when the rest is sent again.
 *
 * @param title of the page with the application
 */
export function createMailer(
	wiki: Wiki,
	context: ApplicationContext,
	title: string,
): (address: string) => Promise<EmailResult> {
	const results = new Map<string, EmailResult>();
	return async (address) => {
		const result = results.get(address) ?? (await emailTeam(wiki, context, title, address));
		if (result.kind !== 'not sent') results.set(address, result);
		return result;
	};
}

async function emailTeam(
	wiki: Wiki,
	{ programme, course, account }: ApplicationContext,
	title: string,
	address: string,
): Promise<EmailResult> {
	try {
		const { emailuser } = await wiki.edit({
			action: 'emailuser',
			target: programme.contact.account,
			subject: emailSubject(programme, course, account),
			text: emailText(account, address, title),
		});
		const failed = isRecord(emailuser) && emailuser.result !== 'Success';
		return failed ? { kind: 'not sent', reason: String(emailuser.result) } : { kind: 'sent' };
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		return error.outcome === 'unknown' ? { kind: 'unknown' } : { kind: 'not sent', reason: error.message };
	}
}

/** In the programme's language, as the team reads it. */
function emailSubject(programme: Programme, course: Course, account: string): string {
	const [name, title] = [programme.name, course.title].map((text) => pickText(text, [programme.language]));
	return `${name ?? ''} – ${title ?? ''}: ${account}`;
}

/** @param title of the page with the application */
function emailText(account: string, address: string, title: string): string {
	return `${account}\n${address}\n${title}`;
}

interface UndeliveredAddress {
	/** Of the page with the application. */
	readonly title: string;
	readonly address: string;
	/** What the wiki said, and what became of the rest. */
	readonly message: string;
}

/** The wiki's mail did not take the address, or did not say: an address of the team and a text to send there. */
export function emailAdvice(
	{ programme, course, account }: ApplicationContext,
	{ title, address: preferredAddress, message }: UndeliveredAddress,
): HTMLElement {
	const { address } = programme.contact;
	const subject = emailSubject(programme, course, account);
	const body = emailText(account, preferredAddress, title);
	const href = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
	return notice(
		'warning',
		h('p', {}, message),
		h('p', {}, h('a', { href }, msg('wikilearn-form-email-write', address))),
		h('pre', {}, `${subject}\n\n${body}`),
	);
}
