import { statusRegion } from '../../../shared/application/statusRegion.ts';
import type { Submission } from '../../../shared/history/submission.ts';
import type { SentNotice } from '../../../shared/notices/notice.ts';
import type { Author, Revision } from '../../../shared/wiki/revision.ts';
import { pilotAround } from '../../demo/startDemoWiki.ts';
import { decisionLog } from '../decisionLog.ts';
import { person } from '../people.ts';
import { knownAccounts } from './knownAccounts.ts';
import { mainThreadMs } from './mainThreadMs.ts';
import { perform, type Performed, type Unread } from './perform.ts';

export interface Measured {
	/** Of a process that has done nothing before: of one core, milliseconds. */
	readonly coldMs: number;
	/** The best of those that followed. */
	readonly warmMs: number;
	readonly stages: Performed['stages'];
	/** The most that the process ever held, pages and facts included, beyond what it held before them. MB. */
	readonly peakMB: number;
	readonly written: number;
}

const AT = '2026-03-10T12:00:00Z';
const APPLIED = '2026-03-09T12:00:00Z';
const WARM_RUNS = 2;
const STATUS = `{{WikiLearn status/application|key=received|state=Received|evidence=${'Edits: met. '.repeat(10)}}}`;

const emptyMB = process.memoryUsage().rss / 1024 / 1024;
const n = Number(process.argv[2]);
const programme = pilotAround(AT);
const pages = Array.from({ length: n }, (_, index) => submission(index));
const unread = unreadOf();

const cold = timed();
const peakMB = process.resourceUsage().maxRSS / 1024 - emptyMB;
const warm = Array.from({ length: n > 10_000 ? 1 : WARM_RUNS }, timed);
const measured: Measured = {
	coldMs: cold.ms,
	warmMs: Math.min(...warm.map(({ ms }) => ms)),
	stages: cold.done.stages,
	peakMB,
	written: cold.done.written,
};
const { applications, decided } = cold.done;
if (applications !== n || decided !== n)
	throw new Error(`${applications} of ${n} applications were read, ${decided} of them are decided`);
process.stdout.write(JSON.stringify(measured));

function timed(): { readonly ms: number; readonly done: Performed } {
	const began = mainThreadMs();
	const done = perform(unread, pages);
	return { ms: mainThreadMs() - began, done };
}

/** Everybody was sent a receipt and is decided about, and nothing is released. */
function unreadOf(): Unread {
	const accounts = knownAccounts(n, AT);
	const [reviewer] = programme.reviewers;
	if (!reviewer) throw new Error('the programme has no reviewer');
	const log = decisionLog(
		pages.map(({ courses: [course = ''] }, index) => ({ course, id: index + 1, answers: revisionOf(index) })),
	);
	const revisions = log.map(({ summary, size }, index) => ({
		revid: 10_000_000 + index,
		parentid: index === 0 ? 0 : 10_000_000 + index - 1,
		timestamp: AT,
		user: { id: reviewer.id, name: reviewer.name },
		comment: summary,
		size,
		tags: [],
	}));
	return {
		ok: true,
		programme,
		programmeHistory: {
			inForce: { programme, revid: 1 },
			problem: null,
			changes: [],
			formerBots: [],
			rows: [],
		},
		mismatches: [],
		known: null,
		affected: {
			titles: new Set(),
			accounts: new Set(),
			editors: new Set(),
			all: new Set(),
			restored: new Set(),
			log: true,
		},
		news: {
			site: {
				wikiId: 'metawiki',
				server: 'https://meta.wikimedia.org',
				articlePath: '/wiki/$1',
				generator: 'MediaWiki',
				now: AT,
				user: { ...programme.bot, rights: [] },
				namespaces: [],
				batch: 500,
			},
			programmePage: null,
			stopPage: null,
			reportPage: null,
			changes: null,
			sent: null,
		},
		logPage: {
			history: { revisions, imports: [] },
			page: { title: programme.log.page, contentModel: 'wikitext', length: revisions.length },
			imported: new Set(),
		},
		accounts,
		sent: { sent: pages.map(({ courses: [course = ''] }, index) => receipt(course, index)), hidden: [] },
		texts: new Map(),
	};
}

function receipt(course: string, index: number): SentNotice {
	const title = `User talk:Person ${index}`;
	return {
		course,
		applicant: index + 1,
		kind: 'receipt',
		about: '',
		at: APPLIED,
		title,
		revid: 5_000_000 + index,
	};
}

function revisionOf(index: number): number {
	return 1000 + index * 2;
}

/** As it comes off the wire: its text in one piece. */
function asRead(revid: number, parentid: number, user: Author, text: string): Revision {
	const size = Buffer.byteLength(text);
	return {
		revid,
		parentid,
		timestamp: APPLIED,
		user,
		comment: '',
		size,
		tags: [],
		text: Buffer.from(text).toString(),
	};
}

/** As it is after the bot has written on it once. */
function submission(index: number): Submission {
	const { name, title, text, course } = person(programme, index);
	const revid = revisionOf(index);
	const kept = text.replace(statusRegion(''), statusRegion(STATUS));
	const bot = { id: programme.bot.id, name: programme.bot.name };
	const revision = asRead(revid, 0, { id: index + 1, name }, text);
	const byBot = asRead(revid + 1, revid, bot, kept);
	return {
		kind: 'subpage',
		title,
		pageid: 500 + index,
		courses: [course.id],
		inName: name,
		movedTo: null,
		imported: false,
		history: [revision, byBot],
	};
}
