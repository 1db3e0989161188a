import { translateInto } from '../../../bot/operations/translateInto.ts';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import type { AssessedCourse } from '../../../bot/plan/assessApplications.ts';
import { evidenceText } from '../../../bot/render/evidenceText.ts';
import type { Wording } from '../../../bot/render/renderApplicationPages.ts';
import { standingText } from '../../../bot/render/statusDetail.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Course, Programme } from '../../../shared/programme/schema.ts';
import { states, takesSeat, type State } from '../../../shared/rules/status.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { withMadeUpIds } from '../../programmeWith.ts';

export const translate = translateInto('en');
export const programme = withMadeUpIds(pilot);
export const BOT = programme.bot.name;
/** While the pilot's courses are open. */
export const AT = '2021-01-12T12:00:00Z';

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
export function application(index: number, changes: Partial<AssessedApplication> = {}): AssessedApplication {
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
		inName: name,
		course: course.id,
		added: change,
		answered: change,
		answersSince: change,
		versions: [{ change, application }],
		application,
		changedByOthers: null,
		removed: null,
		removedByApplicant: false,
		replies: [],
		uncertainReply: 0,
		submitted: change.timestamp,
		withdrawn: false,
		decision: null,
		decisions: [],
		recusals: [],
		announced: null,
		offer: null,
		pending: null,
		applicant: { id: index + 1, name },
		inNameOf: null,
		facts: { local: { known: false, why: 'test' }, global: { known: false, why: 'test' } },
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
				checked: AT,
			})),
		},
		state: 'received',
		decidedState: changes.state ?? 'received',
		late: false,
		changedLate: false,
		...changes,
	};
}

/** The first so many of them. */
export function cohort(size: number): readonly AssessedApplication[] {
	return Array.from({ length: size }, (_, index) => application(index));
}

/** As `cohort`, and in all states. */
export function mixedCohort(size: number): readonly AssessedApplication[] {
	return Array.from({ length: size }, (_, index) =>
		application(index, index % 3 === 0 ? { state: pick<State>(states, index / 3) } : {}),
	);
}

/** Applications by course, as far as pages and notices need it. @param changes of every course */
export function evaluated(
	{ courses }: Pick<Programme, 'courses'>,
	applications: readonly AssessedApplication[],
	changes: Partial<AssessedCourse> = {},
): readonly AssessedCourse[] {
	return courses.map((course) =>
		evaluatedCourse(
			course,
			applications.filter((one) => one.course === course.id),
			changes,
		),
	);
}

function evaluatedCourse(
	course: Course,
	applications: readonly AssessedApplication[],
	changes: Partial<AssessedCourse> = {},
): AssessedCourse {
	return {
		course,
		applications,
		lostSeats: [],
		strayDecisions: [],
		taken: {
			announced: applications.filter(({ state }) => takesSeat(state)).length,
			decided: applications.filter(({ decidedState }) => takesSeat(decidedState)).length,
		},
		release: { release: null, blocks: [], digest: '', of: () => ({ holds: [], released: false }) },
		...changes,
	};
}

/** How status pages are worded. */
export function wordingOf(whole: Programme = programme, words: Translate = translate): Wording {
	return { translate: words, evidence: evidenceText(whole, words), standing: standingText(words) };
}
