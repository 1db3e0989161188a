import type { Translate } from '../../shared/i18n/translate.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import { freeSeats, takesSeat } from '../../shared/rules/status.ts';
import { nextOnWaitlist } from '../../shared/rules/waitlist.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import { instantText } from './instantText.ts';
import { applicationTarget, pageLink } from './pageLink.ts';
import { sayWithWikitext } from './sayWithWikitext.ts';
import { templateCall } from './templateCall.ts';
import { whyNeeded } from './whyNeeded.ts';

export const HEAD_TEMPLATE = 'WikiLearn status';

/**
 * A course's phase, dates and seats. `course`, `taken`, `total`, `key` and `next` are for the bot as well, which reads
 * them again.
 */
export function renderHead(
	course: Course,
	title: string,
	applications: readonly AssessedApplication[],
	at: string,
	translate: Translate,
): string {
	const { seats } = course;
	const taken = applications.filter(({ state }) => takesSeat(state)).length;
	const offered = applications.filter(({ state }) => state === 'offered').length;
	const free = freeSeats(
		seats,
		applications.map(({ state }) => state),
	);
	const needed = applications.filter((one) => whyNeeded(one).length > 0).length;
	const phase = phaseOf(course, at);
	const part = (count: number) => String(Math.round((100 * count) / Math.max(seats, taken)));
	const texts = {
		course: course.id,
		key: phase,
		taken: String(taken),
		seats: String(seats),
		total: String(applications.length),
		page: course.page,
		title,
		phase: translate(`wikilearn-phase-${phase}`),
		opens: instantText(course.opens),
		'opens label': translate('wikilearn-status-opens'),
		closes: instantText(course.closes),
		'closes label': translate('wikilearn-status-closes'),
		notify: instantText(course.notify),
		'notify label': translate('wikilearn-status-notify'),
		starts: instantText(course.starts),
		'starts label': translate('wikilearn-status-starts'),
		'part taken': part(taken - offered),
		'part offered': part(offered),
		'seats text':
			free < 0
				? translate('wikilearn-status-seats-over', taken, seats, -free)
				: translate('wikilearn-status-seats', taken, seats, free),
		'offered text': offered > 0 ? translate('wikilearn-status-offered', offered) : '',
		'applications text': translate('wikilearn-status-applications', applications.length),
		'needs text': needed > 0 ? translate('wikilearn-status-needs', needed) : '',
	};
	const { next, text } = renderNext(course, applications, at, translate);
	return templateCall(HEAD_TEMPLATE, { ...texts, ...next }, text);
}

/** Who should have the seat that is free, or that it is too late for it. */
function renderNext(
	course: Course,
	applications: readonly AssessedApplication[],
	at: string,
	translate: Translate,
): { readonly next: Readonly<Record<string, string>>; readonly text: Readonly<Record<string, string>> } {
	const found = nextOnWaitlist(course, applications, at);
	if (found.kind === 'none') return { next: {}, text: {} };
	if (found.kind === 'over')
		return {
			next: { 'next text': translate('wikilearn-status-next-over', instantText(found.until)) },
			text: {},
		};
	const { application } = found.next;
	const name = application.applicant?.name ?? translate('wikilearn-status-hidden');
	const link = pageLink(applicationTarget(application), name);
	return {
		next: { next: name },
		text: { 'next text': sayWithWikitext(translate, 'wikilearn-status-next', [], link) },
	};
}
