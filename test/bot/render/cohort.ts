import { translateInto } from '../../../bot/translateInto.ts';
import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { states, type State } from '../../../shared/rules/status.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };

export const translate = translateInto('en');
export const programme = readPilot();
export const BOT = programme.bot;
/** While the pilot's courses are open. */
export const AT = '2021-01-12T12:00:00Z';

function readPilot(): Programme {
	const read = readProgramme(pilot);
	if (!read.ok) throw new Error('The example programme is not valid.');
	return read.programme;
}

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
		application: {
			course: course.id,
			answers: {
				'home-wiki': pick(wikis, index),
				'time-zone': pick(zones, index),
				availability: pick(times, index + (index % 5)),
			},
			email: 'sent',
			withdrawn: false,
		},
		changedByOthers: null,
		removed: null,
		withdrawn: false,
		decisions: [],
		replies: [],
		recusals: [],
		told: null,
		offer: null,
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
		late: false,
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
