import { isOpen } from '../course/readSituation.ts';
import type { ApplicationContext } from '../course/applicationContext.ts';
import { emailAdvice, type EmailResult } from './emailTeam.ts';
import { h } from '../ui/h.ts';
import { notice } from '../ui/notice.ts';
import { msg, localizeText } from '../ui/msg.ts';
import { formatDateTime } from '../ui/intl.ts';
import { writeCalendar } from './writeCalendar.ts';

interface SavedApplication {
	readonly title: string;
	readonly revid: number;
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
	/** Null if no address was entered. */
	readonly email: { readonly result: EmailResult; readonly address: string } | null;
}

/** The receipt: a link to the application, the next steps, and the possible actions. */
export function receipt(context: ApplicationContext, saved: SavedApplication): HTMLElement {
	const { course } = context;
	const link = h(
		'a',
		{ href: mw.util.getUrl(saved.title, { oldid: saved.revid }), class: 'wikilearn-permalink' },
		saved.title,
	);
	return h(
		'section',
		{ class: 'wikilearn-receipt' },
		notice('success', h('h3', {}, msg('wikilearn-form-received')), h('p', {}, link)),
		saved.email ? describeEmailResult(context, saved.title, saved.email) : null,
		h('h3', {}, msg('wikilearn-form-next')),
		h(
			'ul',
			{},
			h('li', {}, msg('wikilearn-form-next-notify', formatDateTime(course.notify))),
			h('li', {}, msg('wikilearn-form-next-starts', formatDateTime(course.starts))),
		),
		h('p', {}, calendarLink(context, saved)),
		h('p', {}, msg('wikilearn-form-watched')),
		h('p', {}, h('a', { href: mw.util.getUrl(course.page) }, msg('wikilearn-form-return'))),
		otherCourses(context, saved.now),
	);
}

function calendarLink({ course }: ApplicationContext, { title, now }: SavedApplication): HTMLElement {
	const url = new URL(mw.util.getUrl(title), location.href).href;
	const name = localizeText(course.title);
	const events = [
		{ uid: `notify-${url}`, at: course.notify, summary: msg('wikilearn-form-calendar-notify', name), url },
		{ uid: `starts-${url}`, at: course.starts, summary: msg('wikilearn-form-calendar-starts', name), url },
	];
	const href = `data:text/calendar;charset=utf-8,${encodeURIComponent(writeCalendar(events, now))}`;
	return h(
		'a',
		{ href, download: `${course.id}.ics`, class: 'wikilearn-calendar' },
		msg('wikilearn-form-calendar'),
	);
}

/** Links to the other open courses, where the common answers can be filled in. */
function otherCourses({ programme, course }: ApplicationContext, now: string): HTMLElement | null {
	const open = programme.courses.filter((other) => other.id !== course.id && isOpen(other, now));
	if (!open.length) return null;
	const links = open.map((other) =>
		h('li', {}, h('a', { href: mw.util.getUrl(other.page) }, localizeText(other.title))),
	);
	return h('div', {}, h('p', {}, msg('wikilearn-form-other-courses')), h('ul', {}, ...links));
}

function describeEmailResult(
	context: ApplicationContext,
	title: string,
	{ result, address }: NonNullable<SavedApplication['email']>,
): HTMLElement | null {
	switch (result.kind) {
		case 'sent':
			return null;
		case 'not sent':
			return emailAdvice(context, {
				title,
				address,
				message: msg('wikilearn-form-email-not-sent', result.reason),
			});
		case 'unknown':
			return emailAdvice(context, { title, address, message: msg('wikilearn-form-email-unknown') });
	}
}
