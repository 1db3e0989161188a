import { phaseOf } from '../../shared/rules/phase.ts';
import type { Applying } from '../form/sender.ts';
import type { Emailed } from './emailTeam.ts';
import { emailSubject, emailText } from './emailTeam.ts';
import { h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say, text } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import { writeCalendar } from './writeCalendar.ts';

export interface Sent {
	readonly title: string;
	readonly revid: number;
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
	/** Null where none was given. */
	readonly email: { readonly result: Emailed; readonly address: string } | null;
}

/** What people keep: where their application is, what comes next, and what they can do about it. */
export function receipt(applying: Applying, sent: Sent): HTMLElement {
	const { course } = applying;
	const link = h(
		'a',
		{ href: mw.util.getUrl(sent.title, { oldid: sent.revid }), class: 'wikilearn-permalink' },
		sent.title,
	);
	return h(
		'section',
		{ class: 'wikilearn-receipt' },
		notice('success', h('h3', {}, say('wikilearn-form-received')), h('p', {}, link)),
		sent.email && sent.email.result.kind !== 'sent' ? emailAdvice(applying, sent.email) : null,
		h('h3', {}, say('wikilearn-form-next')),
		h(
			'ul',
			{},
			h('li', {}, say('wikilearn-form-next-notify', sayTime(course.notify))),
			h('li', {}, say('wikilearn-form-next-starts', sayTime(course.starts))),
		),
		h('p', {}, calendarLink(applying, sent)),
		h('p', {}, say('wikilearn-form-watched')),
		h('p', {}, h('a', { href: mw.util.getUrl(course.page) }, say('wikilearn-form-return'))),
		otherCourses(applying, sent.now),
	);
}

function calendarLink({ course }: Applying, { title, now }: Sent): HTMLElement {
	const url = new URL(mw.util.getUrl(title), location.href).href;
	const name = text(course.title);
	const events = [
		{ uid: `notify-${url}`, at: course.notify, summary: say('wikilearn-form-calendar-notify', name), url },
		{ uid: `starts-${url}`, at: course.starts, summary: say('wikilearn-form-calendar-starts', name), url },
	];
	const href = `data:text/calendar;charset=utf-8,${encodeURIComponent(writeCalendar(events, now))}`;
	return h(
		'a',
		{ href, download: `${course.id}.ics`, class: 'wikilearn-calendar' },
		say('wikilearn-form-calendar'),
	);
}

/** The other courses that are open: there the common answers can be filled in. */
function otherCourses({ programme, course }: Applying, now: string): HTMLElement | null {
	const open = programme.courses.filter((other) => {
		const phase = phaseOf(other, now);
		return other.id !== course.id && (phase === 'open' || phase === 'closing-soon');
	});
	if (!open.length) return null;
	const links = open.map((other) =>
		h('li', {}, h('a', { href: mw.util.getUrl(other.page) }, text(other.title))),
	);
	return h('div', {}, h('p', {}, say('wikilearn-form-other-courses')), h('ul', {}, ...links));
}

/** The wiki's mail did not take the address, or did not say: an address of the team and a text to send there. */
function emailAdvice(
	{ programme, course, account }: Applying,
	{ result, address: given }: NonNullable<Sent['email']>,
): HTMLElement {
	const { address } = programme.contact;
	const subject = emailSubject(programme, course, account);
	const body = emailText(course, account, given);
	const href = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
	const words =
		result.kind === 'not sent'
			? say('wikilearn-form-email-not-sent', result.why)
			: say('wikilearn-form-email-unknown');
	return notice(
		'warning',
		h('p', {}, words),
		h('p', {}, h('a', { href }, say('wikilearn-form-email-write', address))),
		h('pre', {}, `${subject}\n\n${body}`),
	);
}
