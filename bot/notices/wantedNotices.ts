import type { NoticeEvent, NoticeKind, SentNotice } from '../../shared/notice/notice.ts';
import { noticeId } from '../../shared/notice/noticeMark.ts';
import { localize } from '../../shared/programme/localize.ts';
import { noticeChoices, type Course, type Programme } from '../../shared/programme/schema.ts';
import { barredOf } from '../../shared/rules/barredOf.ts';
import { waitlist } from '../../shared/rules/waitlist.ts';
import { missingAnswers } from '../../shared/submission/stateOf.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import { instantText } from '../render/instantText.ts';
import type { NoticeText, PlannedNotice } from './plannedNotice.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long before the first session those with a seat are reminded. */
const START_DAYS = 3;

type Choice = (typeof noticeChoices)[number];
interface Wanted {
	readonly choice: Choice;
	readonly kind: NoticeKind;
	readonly about: string;
	readonly text: NoticeText;
	readonly params?: Readonly<Record<string, string>>;
}

/**
 * Every notice that applicants should have by now and have not, with those that still wait for a release. Derived anew
 * each time from what happened and what was sent: nothing is counted down or ticked off.
 *
 * @param sent the notices that went out so far
 * @param at ISO 8601, the wiki's clock
 */
export function wantedNotices(
	programme: Programme,
	applications: readonly AssessedApplication[],
	sent: readonly SentNotice[],
	at: string,
): readonly PlannedNotice[] {
	const done = new Set(sent.map(noticeId));
	const chosen: readonly Choice[] = programme.notices ?? noticeChoices;
	const courses = new Map(programme.courses.map((course) => [course.id, course]));
	const places = placesOf(programme, applications);
	return applications.flatMap((one) => {
		const course = courses.get(one.course);
		const { applicant } = one;
		if (!course || !applicant || isOver(course, at)) return [];
		return wantedFor(programme, course, one, at, places)
			.filter(({ choice }) => chosen.includes(choice))
			.map((wanted) => planned(programme, course, one, applicant, wanted))
			.filter((notice) => !done.has(noticeId(notice)));
	});
}

type Places = ReadonlyMap<AssessedApplication, number>;

/** Of those on the waitlists. */
function placesOf({ courses }: Programme, applications: readonly AssessedApplication[]): Places {
	const waiting = courses.flatMap(({ id }) => waitlist(applications.filter(({ course }) => course === id)));
	return new Map(waiting.map(({ application, place }) => [application, place]));
}

/** Whom it is too late to tell anything about a course. */
function isOver({ starts, weeks }: Course, at: string): boolean {
	return Date.parse(at) > Date.parse(starts) + weeks * 7 * DAY_MS;
}

function wantedFor(
	programme: Programme,
	course: Course,
	one: AssessedApplication,
	at: string,
	places: Places,
): readonly Wanted[] {
	const now = Date.parse(at);
	switch (one.state) {
		case 'received':
			return now < Date.parse(course.notify)
				? [{ choice: 'receipt', kind: 'receipt', about: '', text: 'receipt' }]
				: [];
		case 'incomplete':
			return now <= Date.parse(course.closes) ? [incomplete(programme, course, one)] : [];
		case 'unverified':
		case 'superseded':
		case 'withdrawn':
			return [];
		case 'waitlisted':
		case 'declined':
		case 'accepted':
		case 'offered':
		case 'confirmed':
		case 'turned-down':
		case 'lapsed':
			return [
				...aboutDecision(programme, one, now, places),
				...aboutOffer(programme, one, now),
				...beforeStart(course, one, now),
			];
	}
}

function incomplete(programme: Programme, course: Course, one: AssessedApplication): Wanted {
	const open = missingAnswers(course, one);
	const labels = course.questions
		.filter(({ id }) => open.includes(id))
		.map(({ label }) => localize(label, languageOf(programme, one)));
	return {
		choice: 'incomplete',
		kind: 'incomplete',
		about: '',
		text: 'incomplete',
		params: { missing: labels.join(', ') },
	};
}

/** What has another outcome than the decision that was told, or was told of an offer that is over. */
function aboutDecision(
	{ offers }: Programme,
	one: AssessedApplication,
	now: number,
	places: Places,
): readonly Wanted[] {
	const { decisions, told, offer, state } = one;
	const decision = decisions[decisions.length - 1];
	if (!decision || state === 'turned-down') return [];
	const { outcome, change } = decision;
	const isRenewed = offer?.until === null && told?.outcome === 'accepted' && told.decision !== change.revid;
	if (told?.outcome === outcome && !isRenewed) return [];
	const kind = told === null || isRenewed ? 'decision' : promotes(told.outcome, outcome);
	const until =
		outcome === 'accepted' && offers ? new Date(now + offers.confirmDays * DAY_MS).toISOString() : null;
	return [
		{
			choice: 'decision',
			kind,
			about: `${outcome}-${change.revid}`,
			text: outcome,
			params: {
				...(until === null ? {} : { until: instantText(until) }),
				...(state === 'waitlisted' ? { place: String(places.get(one) ?? '') } : {}),
				...(kind === 'decision' ? {} : { [kind]: 'yes' }),
			},
		},
	];
}

function promotes(told: string, now: string): 'promotion' | 'correction' {
	return told === 'waitlisted' && now === 'accepted' ? 'promotion' : 'correction';
}

function aboutOffer(
	{ offers }: Programme,
	{ state, offer, told }: AssessedApplication,
	now: number,
): readonly Wanted[] {
	const until = offer?.until ?? null;
	if (!offers || !told || until === null) return [];
	const about = String(told.decision);
	const params = { until: instantText(until) };
	if (state === 'lapsed')
		return [{ choice: 'offer', kind: 'offer-lapsed', about, text: 'offer lapsed', params }];
	const isNear = now >= Date.parse(until) - offers.reminderDays * DAY_MS;
	return state === 'offered' && isNear
		? [{ choice: 'offer', kind: 'offer-reminder', about, text: 'offer reminder', params }]
		: [];
}

function beforeStart(
	{ starts }: Course,
	{ state, told }: AssessedApplication,
	now: number,
): readonly Wanted[] {
	const start = Date.parse(starts);
	const isNear = now >= start - START_DAYS * DAY_MS && now < start;
	const isSeated = (state === 'accepted' || state === 'confirmed') && told?.outcome === 'accepted';
	return isNear && isSeated ? [{ choice: 'start', kind: 'start', about: '', text: 'start' }] : [];
}

function planned(
	programme: Programme,
	course: Course,
	one: AssessedApplication,
	to: PlannedNotice['to'],
	{ kind, about, text, params = {} }: Wanted,
): PlannedNotice {
	const event: NoticeEvent = { course: course.id, applicant: to.id, kind, about };
	return planNotice(programme, course, one, to, { ...event, text, params });
}

/** A notice with what all of them say. @param params those of its own, plain text */
export function planNotice(
	programme: Programme,
	course: Course,
	one: AssessedApplication,
	to: PlannedNotice['to'],
	own: NoticeEvent & Pick<PlannedNotice, 'text' | 'params'>,
): PlannedNotice {
	const language = languageOf(programme, one);
	return {
		...own,
		to,
		language,
		page: one.title,
		appliedAt: one.added.timestamp,
		barred: barredOf(one.facts),
		params: {
			user: to.name,
			course: localize(course.title, language),
			page: one.title,
			'course page': course.page,
			contact: programme.contact.address,
			closes: instantText(course.closes),
			notify: instantText(course.notify),
			starts: instantText(course.starts),
			...own.params,
		},
	};
}

function languageOf(programme: Programme, { application }: AssessedApplication): string {
	return application.language ?? programme.language;
}
