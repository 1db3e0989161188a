import { takenBack, type Decision } from '../../shared/actions/decisions.ts';
import type { Log, LoggedAction } from '../../shared/actions/readLog.ts';
import type { NoticeKind, SentNotice } from '../../shared/notices/notice.ts';
import { localize } from '../../shared/programme/localize.ts';
import { noticeChoices, type Course, type Programme } from '../../shared/programme/schema.ts';
import { missingAnswers } from '../../shared/rules/completeness.ts';
import { isLive } from '../../shared/rules/status.ts';
import { waitlist } from '../../shared/rules/waitlist.ts';
import { pageAddress } from '../../shared/wiki/pageAddress.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import type { AssessedApplication, AssessedCourse } from './assessApplications.ts';
import { instantText } from './instantText.ts';
import type { AddressedNotice, PlannedNotice } from './plannedNotice.ts';
import { recipientsOf } from './recipients.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long before the first session those with a seat are reminded. */
const START_DAYS = 3;
/** What the gadget takes, on a course page, for the wish to hand over an address and nothing else. */
const EMAIL_STEP = 'wikilearn=email';

/** What notices are derived from. */
export interface NoticeFacts {
	readonly programme: Programme;
	readonly log: Log;
	readonly sent: readonly SentNotice[];
	/** The texts of the team's messages, wikitext, by the log revision of the action; null: it cannot be read. */
	readonly texts: ReadonlyMap<number, string | null>;
	readonly site: Pick<Site, 'now' | 'server' | 'articlePath'>;
}

type Choice = (typeof noticeChoices)[number];

/** A notice, before what all of them say is filled in. */
interface Wanted {
	/** Null: it is not for the programme to choose. */
	readonly choice: Choice | null;
	readonly kind: NoticeKind;
	readonly about?: string;
	readonly text: PlannedNotice['text'];
	readonly body?: string;
	readonly params?: Readonly<Record<string, string>>;
	readonly earliest: string;
}

/** The messages that the team wants sent, and the first of its reminders: nobody is reminded twice. */
function requestsIn(log: Log, course: string): readonly LoggedAction[] {
	const gone = takenBack(log, course);
	const wanted = log.actions.filter(({ action, revid }) => action.course === course && !gone.has(revid));
	return [
		...wanted.filter(({ action }) => action.kind === 'remind').slice(0, 1),
		...wanted.filter(({ action }) => action.kind === 'write'),
	];
}

/** A notice that somebody should have, before it is written. */
export interface WantedNotice {
	readonly notice: AddressedNotice;
	readonly application: AssessedApplication;
	readonly wanted: Wanted;
}

/**
 * The notices that the applicants of a course should have by now, sent or not.
 *
 * Of ten thousand people nearly all have had theirs, or wait: only those that are due are written.
 */
export function wantedFor(facts: NoticeFacts, evaluated: AssessedCourse): readonly WantedNotice[] {
	const { programme, log } = facts;
	const { course, applications } = evaluated;
	const chosen: readonly (Choice | null)[] = [...(programme.notices ?? noticeChoices), null];
	const places = new Map(waitlist(applications).map((application, index) => [application, index + 1]));
	const actions = requestsIn(log, course.id);
	const firstReleased = releasesIn(log, course.id);
	return applications.flatMap((application) => {
		const { applicant } = application;
		if (!applicant) return [];
		return [
			...wantedByState(facts, course, application),
			...aboutDecision(facts, firstReleased, application, places.get(application)),
			...aboutOffer(facts, application),
			...beforeStart(facts, course, application),
			...actions.flatMap((action) => wantedByAction(facts, evaluated, application, action)),
		]
			.filter(({ choice }) => chosen.includes(choice))
			.map((wanted) => {
				const { kind, about = '' } = wanted;
				const notice = { course: course.id, applicant: applicant.id, kind, about, to: applicant };
				return { notice, application, wanted };
			});
	});
}

function wantedByState(
	{ programme, site }: NoticeFacts,
	course: Course,
	application: AssessedApplication,
): readonly Wanted[] {
	const now = Date.parse(site.now);
	const earliest = application.added.timestamp;
	if (application.state === 'received' && now < Date.parse(course.notify))
		return [{ choice: 'receipt', kind: 'receipt', text: 'receipt', earliest }];
	if (application.state !== 'incomplete' || now > Date.parse(course.closes)) return [];
	const open = missingAnswers(course, application.application);
	const labels = course.questions
		.filter(({ id }) => open.includes(id))
		.map(({ label }) => localize(label, languageOf(programme, application)));
	const params = { missing: labels.join(', ') };
	return [{ choice: 'incomplete', kind: 'incomplete', text: 'incomplete', params, earliest }];
}

function aboutDecision(
	{ programme: { offers }, site }: NoticeFacts,
	firstReleased: (decision: Decision) => string,
	{ pending }: AssessedApplication,
	place: number | undefined,
): readonly Wanted[] {
	if (!pending) return [];
	const { kind, decision } = pending;
	const { outcome, revid } = decision;
	const until =
		outcome === 'accepted' && offers
			? new Date(Date.parse(site.now) + offers.confirmDays * DAY_MS).toISOString()
			: null;
	return [
		{
			choice: null,
			kind,
			about: `${outcome}-${revid}`,
			text: outcome,
			params: {
				...(until === null ? {} : { until: instantText(until) }),
				...(outcome === 'waitlisted' && place !== undefined ? { place: String(place) } : {}),
				...(kind === 'decision' ? {} : { [kind]: 'yes' }),
			},
			earliest: firstReleased(decision),
		},
	];
}

/**
 * Tells when a decision was first released, were it taken back since: from then on it may have been announced. What is missing
 * in the log may have been a release.
 */
function releasesIn({ actions, uncertain }: Log, course: string): (decision: Decision) => string {
	const isWhole = !uncertain.some(({ why }) => why !== 'imported');
	const releases = actions.flatMap(({ action, at }) =>
		action.kind === 'release' && action.course === course ? [{ seen: action.seen, at }] : [],
	);
	return (decision) => {
		const first = releases.find(({ seen }) => seen >= decision.revid);
		return isWhole && first ? first.at : decision.at;
	};
}

function aboutOffer(
	{ programme: { offers }, site }: NoticeFacts,
	{ state, offer, announced }: AssessedApplication,
): readonly Wanted[] {
	const until = offer?.until ?? null;
	if (!offers || !announced || until === null) return [];
	const common = { choice: 'offer', about: String(announced.decision), earliest: announced.at } as const;
	const params = { until: instantText(until) };
	if (state === 'lapsed') return [{ ...common, kind: 'offer-lapsed', text: 'offer lapsed', params }];
	const isNear = Date.parse(site.now) >= Date.parse(until) - offers.reminderDays * DAY_MS;
	return state === 'offered' && isNear
		? [{ ...common, kind: 'offer-reminder', text: 'offer reminder', params }]
		: [];
}

function beforeStart(
	{ site }: NoticeFacts,
	{ starts }: Course,
	{ state, announced }: AssessedApplication,
): readonly Wanted[] {
	if (!announced || (state !== 'accepted' && state !== 'confirmed')) return [];
	const [start, now] = [Date.parse(starts), Date.parse(site.now)];
	const isNear = now >= start - START_DAYS * DAY_MS && now < start;
	if (!isNear) return [];
	return [{ choice: 'start', kind: 'start', text: 'start', earliest: announced.at }];
}

/** What the team asked for in the log: a reminder to those whose address is missing, or a message of its own. */
function wantedByAction(
	{ texts, site }: NoticeFacts,
	{ course }: AssessedCourse,
	application: AssessedApplication,
	{ action, revid, at }: LoggedAction,
): readonly Wanted[] {
	if (action.kind === 'remind') {
		const isMissing =
			asksForEmail(course) && isLive(application.state) && application.application.email === 'not sent';
		if (!isMissing) return [];
		const params = { link: pageAddress(course.page, site, EMAIL_STEP) };
		return [{ choice: null, kind: 'contact', text: 'contact', params, earliest: at }];
	}
	if (action.kind !== 'write' || recipientsOf(course.id, [application], action.to).length === 0) return [];
	const body = texts.get(revid);
	return [
		{
			choice: null,
			kind: 'message',
			about: String(revid),
			text: 'message',
			...(typeof body === 'string' ? { body } : {}),
			earliest: at,
		},
	];
}

/** Whether applicants are asked for an address at all. */
export function asksForEmail({ questions }: Course): boolean {
	return questions.some(({ type }) => type === 'private-email');
}

export function languageOf(programme: Programme, { application }: AssessedApplication): string {
	return application.language ?? programme.language;
}
