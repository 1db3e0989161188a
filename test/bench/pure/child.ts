import type { Submission } from '../../../shared/submission/submission.ts';
import { pilotAround } from '../../demo/startDemoWiki.ts';
import { person } from '../people.ts';
import { knownAccounts } from './knownAccounts.ts';
import { mainThreadMs } from './mainThreadMs.ts';
import { perform, type Performed } from './perform.ts';

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
const WARM_RUNS = 2;

const emptyMB = process.memoryUsage().rss / 1024 / 1024;
const n = Number(process.argv[2]);
const programme = pilotAround(AT);
const accounts = knownAccounts(n, AT);
const pages = Array.from({ length: n }, (_, index) => submission(index));

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
if (cold.done.applications !== n) throw new Error(`${cold.done.applications} of ${n} applications were read`);
process.stdout.write(JSON.stringify(measured));

function timed(): { readonly ms: number; readonly done: Performed } {
	const began = mainThreadMs();
	const done = perform(programme, pages, accounts, AT);
	return { ms: mainThreadMs() - began, done };
}

/** As it is after the bot has written on it once. */
function submission(index: number): Submission {
	const { name, title, text, course } = person(programme, index);
	const revid = 1000 + index * 2;
	const user = { id: index + 1, name };
	const revision = { revid, parentid: 0, timestamp: '2026-03-09T12:00:00Z', user, text, tags: [] };
	const byBot = {
		...revision,
		revid: revid + 1,
		parentid: revid,
		user: { id: n + 1, name: programme.bot },
		text: text.replace('== Review', '<!-- looked at -->== Review'),
	};
	return {
		kind: 'subpage',
		title,
		pageid: 500 + index,
		courses: [course.id],
		inName: name,
		movedTo: null,
		history: [revision, byBot],
	};
}
