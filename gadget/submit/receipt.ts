import { isOpen } from '../course/readSituation.ts';
import type { Applying } from '../course/applying.ts';
import { emailAdvice } from './emailAdvice.ts';
import type { Emailed } from './emailTeam.ts';
import { h } from '../ui/h.ts';
import { notice } from '../ui/notice.ts';
import { say, text } from '../ui/msg.ts';
import { sayTime } from '../ui/formatDateTime.ts';
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
		sent.email ? addressAdvice(applying, sent.title, sent.email) : null,
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
	const open = programme.courses.filter((other) => other.id !== course.id && isOpen(other, now));
	if (!open.length) return null;
	const links = open.map((other) =>
		h('li', {}, h('a', { href: mw.util.getUrl(other.page) }, text(other.title))),
	);
	return h('div', {}, h('p', {}, say('wikilearn-form-other-courses')), h('ul', {}, ...links));
}

function addressAdvice(
	applying: Applying,
	title: string,
	{ result, address }: NonNullable<Sent['email']>,
): HTMLElement | null {
	switch (result.kind) {
		case 'sent':
			return null;
		case 'not sent':
			return emailAdvice(applying, {
				title,
				address,
				words: say('wikilearn-form-email-not-sent', result.why),
			});
		case 'unknown':
			return emailAdvice(applying, { title, address, words: say('wikilearn-form-email-unknown') });
	}
}
