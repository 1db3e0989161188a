import { findTakenBack, type Decision } from '../../shared/actions/collectDecisions.ts';
import type { Log, LoggedAction } from '../../shared/actions/readLog.ts';
import type { NoticeKind, SentNotice } from '../../shared/notices/notice.ts';
import { localize } from '../../shared/programme/localize.ts';
import { OPTIONAL_NOTICES, type Course, type Programme } from '../../shared/programme/schema.ts';
import { findMissingAnswers } from '../../shared/rules/assessAnswer.ts';
import { canTakePart } from '../../shared/rules/state.ts';
import { orderWaitlist } from '../../shared/rules/waitlist.ts';
import { pageAddress, type Site } from '../../shared/wiki/readSite.ts';
import type { AssessedApplication, AssessedCourse } from './assessApplications.ts';
import { formatInstant } from './formatInstant.ts';
import type { AddressedNotice, PlannedNotice } from './plannedNotice.ts';
import { findRecipients } from './recipients.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days before the first session when the reminder to participants is due. */
const START_REMINDER_DAYS = 3;
/** The course page's query that opens the gadget's form for an email address only. */
const EMAIL_FORM_QUERY = 'wikilearn=email';

/** Input for the notices. */
export interface NoticeContext {
	readonly programme: Programme;
	readonly log: Log;
	readonly sent: readonly SentNotice[];
	/** The texts of the team's messages (wikitext), by the action's log revision; null: unreadable. */
	readonly messageTexts: ReadonlyMap<number, string | null>;
	readonly site: Pick<Site, 'now' | 'server' | 'articlePath'>;
}

type NoticeChoice = (typeof OPTIONAL_NOTICES)[number];

/** A notice without the fields that are common to all notices. */
interface NoticeDraft {
	/** Null: the programme cannot choose its wording. */
	readonly choice: NoticeChoice | null;
	readonly kind: NoticeKind;
	readonly about?: string;
	readonly text: PlannedNotice['text'];
	readonly body?: string;
	readonly params?: Readonly<Record<string, string>>;
	readonly earliest: string;
}

/** The team's messages, and only the first of its reminders: nobody is reminded twice. */
function requestedNotices(log: Log, course: string): readonly LoggedAction[] {
	const takenBackIds = findTakenBack(log, course);
	const actions = log.actions.filter(
		({ action, revid }) => action.course === course && !takenBackIds.has(revid),
	);
	return [
		...actions.filter(({ action }) => action.kind === 'remind').slice(0, 1),
		...actions.filter(({ action }) => action.kind === 'write'),
	];
}

/** A notice that is due for a person, not yet rendered. */
export interface NoticeCandidate {
	readonly notice: AddressedNotice;
	readonly application: AssessedApplication;
	readonly draft: NoticeDraft;
}

/**
 * The notices that a course's applicants should have received by now, sent or not. Rendering is deferred: of ten
 * thousand applicants, few have a notice due.
 */
export function noticeCandidates(
	context: NoticeContext,
	evaluated: AssessedCourse,
): readonly NoticeCandidate[] {
	const { programme, log } = context;
	const { course, applications } = evaluated;
	const enabledChoices: readonly (NoticeChoice | null)[] = [...(programme.notices ?? OPTIONAL_NOTICES), null];
	const waitlistPlaces = new Map(
		orderWaitlist(applications).map((application, index) => [application, index + 1]),
	);
	const actions = requestedNotices(log, course.id);
	const releasedAt = firstReleaseFinder(log, course.id);
	return applications.flatMap((application) => {
		const { applicant } = application;
		if (!applicant) return [];
		return [
			...receiptNotices(context, course, application),
			...decisionNotices(context, releasedAt, application, waitlistPlaces.get(application)),
			...offerNotices(context, application),
			...startNotices(context, course, application),
			...actions.flatMap((action) => teamNotices(context, evaluated, application, action)),
		]
			.filter(({ choice }) => enabledChoices.includes(choice))
			.map((draft) => {
				const { kind, about = '' } = draft;
				const notice = { course: course.id, applicant: applicant.id, kind, about, to: applicant };
				return { notice, application, draft };
			});
	});
}

function receiptNotices(
	{ programme, site }: NoticeContext,
	course: Course,
	application: AssessedApplication,
): readonly NoticeDraft[] {
	const now = Date.parse(site.now);
	const earliest = application.added.timestamp;
	if (application.state === 'received' && now < Date.parse(course.notify))
		return [{ choice: 'receipt', kind: 'receipt', text: 'receipt', earliest }];
	if (application.state !== 'incomplete' || now > Date.parse(course.closes)) return [];
	const missing = findMissingAnswers(course, application.application);
	const labels = course.questions
		.filter(({ id }) => missing.includes(id))
		.map(({ label }) => localize(label, languageOf(programme, application)));
	const params = { missing: labels.join(', ') };
	return [{ choice: 'incomplete', kind: 'incomplete', text: 'incomplete', params, earliest }];
}

function decisionNotices(
	{ programme: { offers }, site }: NoticeContext,
	releasedAt: (decision: Decision) => string,
	{ pending }: AssessedApplication,
	waitlistPlace: number | undefined,
): readonly NoticeDraft[] {
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
				...(until === null ? {} : { until: formatInstant(until) }),
				...(outcome === 'waitlisted' && waitlistPlace !== undefined ? { place: String(waitlistPlace) } : {}),
				...(kind === 'decision' ? {} : { [kind]: 'yes' }),
			},
			earliest: releasedAt(decision),
		},
	];
}

/**
 * Finds when a decision was first released, even if it was taken back later: from then on it may have been announced.
 * A revision missing in the log may have been a release.
 */
function firstReleaseFinder({ actions, uncertain }: Log, course: string): (decision: Decision) => string {
	const isComplete = !uncertain.some(({ reason }) => reason !== 'imported');
	const releases = actions.flatMap(({ action, at }) =>
		action.kind === 'release' && action.course === course ? [{ seen: action.seenRevid, at }] : [],
	);
	return (decision) => {
		const first = releases.find(({ seen }) => seen >= decision.revid);
		return isComplete && first ? first.at : decision.at;
	};
}

function offerNotices(
	{ programme: { offers }, site }: NoticeContext,
	{ state, offer, announced }: AssessedApplication,
): readonly NoticeDraft[] {
	const until = offer?.until ?? null;
	if (!offers || !announced || until === null) return [];
	const common = { choice: 'offer', about: String(announced.decisionRevid), earliest: announced.at } as const;
	const params = { until: formatInstant(until) };
	if (state === 'lapsed') return [{ ...common, kind: 'offer-lapsed', text: 'offer lapsed', params }];
	const isNear = Date.parse(site.now) >= Date.parse(until) - offers.reminderDays * DAY_MS;
	return state === 'offered' && isNear
		? [{ ...common, kind: 'offer-reminder', text: 'offer reminder', params }]
		: [];
}

function startNotices(
	{ site }: NoticeContext,
	{ starts }: Course,
	{ state, announced }: AssessedApplication,
): readonly NoticeDraft[] {
	if (!announced || (state !== 'accepted' && state !== 'confirmed')) return [];
	const [start, now] = [Date.parse(starts), Date.parse(site.now)];
	const isNear = now >= start - START_REMINDER_DAYS * DAY_MS && now < start;
	if (!isNear) return [];
	return [{ choice: 'start', kind: 'start', text: 'start', earliest: announced.at }];
}

/** The notices that the team requested in the log: a reminder to those without an address, or a custom message. */
function teamNotices(
	{ messageTexts, site }: NoticeContext,
	{ course }: AssessedCourse,
	application: AssessedApplication,
	{ action, revid, at }: LoggedAction,
): readonly NoticeDraft[] {
	if (action.kind === 'remind') {
		const isMissing =
			hasEmailQuestion(course) &&
			canTakePart(application.state) &&
			application.application.email === 'not sent';
		if (!isMissing) return [];
		const params = { link: pageAddress(course.page, site, EMAIL_FORM_QUERY) };
		return [{ choice: null, kind: 'contact', text: 'contact', params, earliest: at }];
	}
	if (action.kind !== 'write' || findRecipients(course.id, [application], action.to).length === 0) return [];
	const body = messageTexts.get(revid);
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

/** Whether the course asks applicants for an email address. */
export function hasEmailQuestion({ questions }: Course): boolean {
	return questions.some(({ type }) => type === 'private-email');
}

export function languageOf(programme: Programme, { application }: AssessedApplication): string {
	return application.language ?? programme.language;
}
