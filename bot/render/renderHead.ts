import type { Translate } from '../../shared/i18n/translate.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import type { AssessedCourse } from '../plan/assessApplications.ts';
import { instantText } from '../plan/instantText.ts';
import { templateCall } from './templateCall.ts';
import { whyNeeded } from './reviewReasons.ts';

const HEAD_TEMPLATE = 'WikiLearn status';

/** A course's phase, dates and seats, by what was announced. */
export function renderHead(
	{ course, applications, taken: { announced: taken } }: AssessedCourse,
	title: string,
	at: string,
	translate: Translate,
): string {
	const { seats } = course;
	const offered = applications.filter(({ state }) => state === 'offered').length;
	const free = seats - taken;
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
	return templateCall(HEAD_TEMPLATE, texts);
}
