import { translateInto } from '../../../bot/operations/translateInto.ts';
import type { AssessedApplication, AssessedCourse } from '../../../bot/plan/assessApplications.ts';
import { evidenceRenderer } from '../../../bot/render/renderEvidence.ts';
import type { Wording } from '../../../bot/render/renderApplicationPages.ts';
import { statusDetail } from '../../../bot/render/statusDetail.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Course, Programme } from '../../../shared/programme/schema.ts';
import { STATES, takesSeat, type State } from '../../../shared/rules/state.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { fillInPlaceholderIds } from '../../programmeIds.ts';

export const translate = translateInto('en');
export const programme = fillInPlaceholderIds(pilot);
export const BOT = programme.bot.name;
/** While the pilot's courses are open. */
export const NOW = '2021-01-12T12:00:00Z';

const FIRST = Date.parse('2021-01-01T00:00:00Z');
const MINUTE_MS = 60_000;
const wikis = ['enwiki', 'frwiki', 'arwiki', 'metawiki', 'hiwiki', 'swwiki', 'ptwiki'];
const zones = [
	'Europe/Paris',
	'Africa/Lagos',
	'Asia/Kathmandu',
	'America/St_Johns',
	'Asia/Kolkata',
	'America/Lima',
];
const times = [
	'mon can 16:00-20:00; wed rather 17:00-19:00',
	'tue rather 18:00-21:00; sat can 09:00-15:00',
	'wed can 18:00-22:00; thu rather 12:00-14:30',
	'sat rather 10:00-13:00; sun can 14:00-18:00',
];

function pick<T>(list: readonly T[], index: number): T {
	return list[index % list.length] as T;
}

/** The nth application of a made-up programme: the same each time. */
export function createApplication(
	index: number,
	changes: Partial<AssessedApplication> = {},
): AssessedApplication {
	const course = pick(programme.courses, index);
	const name = `User ${index}`;
	const title = `${course.page}/Applications/${name}`;
	const change = {
		revid: 1000 + index * 3,
		parentid: 0,
		timestamp: new Date(FIRST + index * 2 * MINUTE_MS).toISOString(),
		user: { id: index + 1, name },
	};
	const verdict = index % 7 === 3 ? 'not met' : index % 11 === 5 ? 'unknown' : 'met';
	const application: AssessedApplication['application'] = {
		course: course.id,
		answers: {
			'home-wiki': pick(wikis, index),
			'time-zone': pick(zones, index),
			availability: pick(times, index + (index % 5)),
		},
		email: 'sent',
	};
	return {
		kind: 'subpage',
		title,
		pageid: 500 + index,
		section: '',
		titleUserName: name,
		course: course.id,
		added: change,
		lastChange: change,
		answersChange: change,
		versions: [{ change, application }],
		application,
		changedByOthers: null,
		removed: null,
		isRemovedByApplicant: false,
		replies: [],
		uncertainReplyRevid: 0,
		submittedAt: change.timestamp,
		isWithdrawn: false,
		decision: null,
		decisions: [],
		recusals: [],
		announced: null,
		offer: null,
		pending: null,
		applicant: { id: index + 1, name },
		onBehalfOf: null,
		facts: { local: { known: false, reason: 'test' }, global: { known: false, reason: 'test' } },
		eligibility: {
			verdict,
			requirements: course.requirements.map(({ id }) => ({
				requirement: id,
				verdict,
				evidence: [
					{
						kind: 'group',
						wiki: pick(wikis, index),
						url: 'https://wiki.example',
						group: 'rollbacker',
						expires: null,
						expiresSoon: false,
					},
					{ kind: 'edits', wiki: null, count: 4321 + index, min: 500 },
				],
				checkedAt: NOW,
			})),
		},
		state: 'received',
		decidedState: changes.state ?? 'received',
		isLate: false,
		isChangedLate: false,
		...changes,
	};
}

/** The first so many of them. */
export function createCohort(size: number): readonly AssessedApplication[] {
	return Array.from({ length: size }, (_, index) => createApplication(index));
}

/** As `cohort`, and in all states. */
export function createMixedCohort(size: number): readonly AssessedApplication[] {
	return Array.from({ length: size }, (_, index) =>
		createApplication(index, index % 3 === 0 ? { state: pick<State>(STATES, index / 3) } : {}),
	);
}

/** Applications by course, as far as pages and notices need it. @param changes of every course */
export function evaluateCourses(
	{ courses }: Pick<Programme, 'courses'>,
	applications: readonly AssessedApplication[],
	changes: Partial<AssessedCourse> = {},
): readonly AssessedCourse[] {
	return courses.map((course) =>
		createEvaluatedCourse(
			course,
			applications.filter((application) => application.course === course.id),
			changes,
		),
	);
}

function createEvaluatedCourse(
	course: Course,
	applications: readonly AssessedApplication[],
	changes: Partial<AssessedCourse> = {},
): AssessedCourse {
	return {
		course,
		applications,
		seatsWithoutApplication: [],
		strayDecisions: [],
		seatsTaken: {
			announced: applications.filter(({ state }) => takesSeat(state)).length,
			decided: applications.filter(({ decidedState }) => takesSeat(decidedState)).length,
		},
		release: { release: null, obstacles: [], digest: '', evaluate: () => ({ holds: [], isReleased: false }) },
		...changes,
	};
}

/** How status pages are worded. */
export function wordingOf(whole: Programme = programme, words: Translate = translate): Wording {
	return { translate: words, evidence: evidenceRenderer(whole, words), statusDetail: statusDetail(words) };
}
