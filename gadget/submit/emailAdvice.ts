import { h } from '../ui/h.ts';
import { notice } from '../ui/notice.ts';
import { say } from '../ui/msg.ts';
import type { Applying } from '../course/applying.ts';
import { emailSubject, emailText } from './emailTeam.ts';

export interface NotEmailed {
	/** Of the page with the application. */
	readonly title: string;
	readonly address: string;
	/** What the wiki said, and what became of the rest. */
	readonly words: string;
}

/** The wiki's mail did not take the address, or did not say: an address of the team and a text to send there. */
export function emailAdvice(
	{ programme, course, account }: Applying,
	{ title, address: given, words }: NotEmailed,
): HTMLElement {
	const { address } = programme.contact;
	const subject = emailSubject(programme, course, account);
	const body = emailText(account, given, title);
	const href = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
	return notice(
		'warning',
		h('p', {}, words),
		h('p', {}, h('a', { href }, say('wikilearn-form-email-write', address))),
		h('pre', {}, `${subject}\n\n${body}`),
	);
}
