import { writeStatusRegion } from '../../../shared/application/statusRegion.ts';
import type { Submission } from '../../../shared/history/submission.ts';
import type { SentNotice } from '../../../shared/notices/notice.ts';
import type { Author, Revision } from '../../../shared/wiki/revision.ts';
import { createPilotAt } from '../../demo/startDemoWiki.ts';
import { buildDecisionLog } from '../buildDecisionLog.ts';
import { createPerson } from '../people.ts';
import { createAccountFacts } from './createAccountFacts.ts';
import { mainThreadMs } from './mainThreadMs.ts';
import { runPureCycle, type PureCycleResult, type UnparsedSnapshot } from './runPureCycle.ts';

export interface Measured {
	/** Of a process that has done nothing before: of one core, milliseconds. */
	readonly coldMs: number;
	/** The best of those that followed. */
	readonly warmMs: number;
	readonly stages: PureCycleResult['stages'];
	/** The most that the process ever held, pages and facts included, beyond what it held before them. MB. */
	readonly peakMB: number;
	readonly written: number;
}

const NOW = '2026-03-10T12:00:00Z';
const APPLIED = '2026-03-09T12:00:00Z';
const WARM_RUNS = 2;
const STATUS = `{{WikiLearn status/application|key=received|state=Received|evidence=${'Edits: met. '.repeat(10)}}}`;

const baselineMB = process.memoryUsage().rss / 1024 / 1024;
const n = Number(process.argv[2]);
const programme = createPilotAt(NOW);
const pages = Array.from({ length: n }, (_, index) => createSubmission(index));
const unparsed = createUnparsedSnapshot();

const cold = timed();
const peakMB = process.resourceUsage().maxRSS / 1024 - baselineMB;
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

function timed(): { readonly ms: number; readonly done: PureCycleResult } {
	const began = mainThreadMs();
	const done = runPureCycle(unparsed, pages);
	return { ms: mainThreadMs() - began, done };
}

/** Everybody was sent a receipt and is decided about, and nothing is released. */
function createUnparsedSnapshot(): UnparsedSnapshot {
	const accounts = createAccountFacts(n, NOW);
	const [reviewer] = programme.reviewers;
	if (!reviewer) throw new Error('the programme has no reviewer');
	const log = buildDecisionLog(
		pages.map(({ courses: [course = ''] }, index) => ({
			course,
			id: index + 1,
			answersRevid: createRevision(index),
		})),
	);
	const revisions = log.map(({ summary, size }, index) => ({
		revid: 10_000_000 + index,
		parentid: index === 0 ? 0 : 10_000_000 + index - 1,
		timestamp: NOW,
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
		cache: null,
		affected: {
			submissionTitles: new Set(),
			accounts: new Set(),
			editors: new Set(),
			changedTitles: new Set(),
			restored: new Set(),
			isLogAffected: true,
		},
		wikiChanges: {
			site: {
				wikiId: 'metawiki',
				server: 'https://meta.wikimedia.org',
				articlePath: '/wiki/$1',
				generator: 'MediaWiki',
				now: NOW,
				user: { ...programme.bot, rights: [] },
				namespaces: [],
				batchSize: 500,
			},
			programmePage: null,
			stopPage: null,
			reportPage: null,
			recentChanges: null,
			sent: null,
		},
		logPage: {
			history: { revisions, imports: [] },
			page: { title: programme.log.page, contentModel: 'wikitext', length: revisions.length },
			imported: new Set(),
		},
		accounts,
		sent: { sent: pages.map(({ courses: [course = ''] }, index) => receipt(course, index)), hidden: [] },
		messageTexts: new Map(),
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

function createRevision(index: number): number {
	return 1000 + index * 2;
}

/** As it comes off the wire: its text in one piece. */
function toApiRevision(revid: number, parentid: number, user: Author, text: string): Revision {
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
function createSubmission(index: number): Submission {
	const { name, title, text, course } = createPerson(programme, index);
	const revid = createRevision(index);
	const textWithStatus = text.replace(writeStatusRegion(''), writeStatusRegion(STATUS));
	const bot = { id: programme.bot.id, name: programme.bot.name };
	const revision = toApiRevision(revid, 0, { id: index + 1, name }, text);
	const byBot = toApiRevision(revid + 1, revid, bot, textWithStatus);
	return {
		kind: 'subpage',
		title,
		pageid: 500 + index,
		courses: [course.id],
		titleUserName: name,
		movedTo: null,
		isImported: false,
		history: [revision, byBot],
	};
}
