import type { Applying } from '../form/sender.ts';
import type { Emailed } from './emailTeam.ts';
import { emailSubject, emailText } from './emailTeam.ts';
import { h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';

export interface Sent {
	readonly title: string;
	readonly revid: number;
	/** Null where the course asks for no address. */
	readonly email: { readonly result: Emailed; readonly address: string } | null;
}

/** What people keep: where their application is and what comes next. */
export function receipt(applying: Applying, sent: Sent): HTMLElement {
	const link = h(
		'a',
		{ href: mw.util.getUrl(sent.title, { oldid: sent.revid }), class: 'wikilearn-permalink' },
		sent.title,
	);
	return h(
		'section',
		{ class: 'wikilearn-receipt' },
		notice('success', h('h3', {}, say('wikilearn-form-received')), h('p', {}, link)),
		sent.email?.result.kind === 'not sent' ? emailAdvice(applying, sent.email) : null,
		h('h3', {}, say('wikilearn-form-next')),
		h(
			'ul',
			{},
			h('li', {}, say('wikilearn-form-next-notify', sayTime(applying.course.notify))),
			h('li', {}, say('wikilearn-form-next-starts', sayTime(applying.course.starts))),
		),
		h('p', {}, say('wikilearn-form-watched')),
	);
}

/** The wiki's mail did not take the address: an address of the team and a text to send there. */
function emailAdvice(
	{ programme, course, account }: Applying,
	email: NonNullable<Sent['email']>,
): HTMLElement {
	const { address } = programme.contact;
	const subject = emailSubject(programme, course, account);
	const body = emailText(course, account, email.address);
	const href = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
	const why = email.result.kind === 'not sent' ? email.result.why : '';
	return notice(
		'warning',
		h('p', {}, say('wikilearn-form-email-not-sent', why)),
		h('p', {}, h('a', { href }, say('wikilearn-form-email-write', address))),
		h('pre', {}, `${subject}\n\n${body}`),
	);
}
