import { type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { ApplicationContext } from '../course/applicationContext.ts';
import { pickText } from '../../shared/programme/localize.ts';
import { isRecord } from '../isRecord.ts';
import { h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';
import { notice } from '../ui/notice.ts';

/**
 * The result of sending the preferred address. `reason` is the wiki's, in the reader's language. `unknown`: the response
 * was lost, and the API has no way to check whether the email was sent.
 */
export type EmailResult =
	| { readonly kind: 'sent' }
	| { readonly kind: 'not sent'; readonly reason: string }
	| { readonly kind: 'unknown' };

/**
 * Sends an address to the team with the wiki's email function. Never throws, because the application is saved in any case.
 * Does not repeat an email that was sent, or may have been.
 *
 * @param title the title of the page with the application
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

/** In the programme's language, for the team. */
function emailSubject(programme: Programme, course: Course, account: string): string {
	const [name, title] = [programme.name, course.title].map((text) => pickText(text, [programme.language]));
	return `${name ?? ''} – ${title ?? ''}: ${account}`;
}

/** @param title the title of the page with the application */
function emailText(account: string, address: string, title: string): string {
	return `${account}\n${address}\n${title}`;
}

interface UndeliveredAddress {
	/** The title of the page with the application. */
	readonly title: string;
	readonly address: string;
	/** The wiki's message, and whether the application was saved. */
	readonly message: string;
}

/** Shown if the email failed or its result is unknown: the team's address and a text to send there. */
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
