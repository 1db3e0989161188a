import { runCycle, type CycleResult } from '../../bot/cycle/runCycle.ts';
import type { CycleCache } from '../../bot/cycle/cache/cycleCache.ts';
import { translateInto } from '../../bot/operations/translateInto.ts';
import { appendAction } from '../../shared/actions/appendAction.ts';
import { digestDecisions, collectDecisions } from '../../shared/actions/collectDecisions.ts';
import {
	writeAction,
	type LogAction,
	type ReplyAction,
	type OutcomeOrRecusal,
} from '../../shared/actions/mark.ts';
import { readLog } from '../../shared/actions/readLog.ts';
import { findFirstOpening } from '../../shared/history/gatherSubmissions.ts';
import { readLogPage } from '../../shared/actions/readLogPage.ts';
import { writeCall } from '../../shared/application/writeApplication.ts';
import { PROGRAMME_PAGE, readProgrammeHistory } from '../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { readHistory } from '../../shared/wiki/readPages.ts';
import { createCycleProgramme, type ProgrammeDraft } from '../bot/cycle/createCycleProgramme.ts';
import { fillInIds } from '../programmeIds.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { ADMIN, READER, type World } from './world.ts';

export const BOT = 'WikiLearnBot';
export type Done = Extract<CycleResult, { ok: true }>;

/** The pages of {@link createCycleProgramme}'s courses. */
export const PAGES = { iah: 'Learn/Harassment', pb: 'Learn/Partnerships' } as const;
export const LOG = 'Learn/Log';

/** A wiki with a programme, users who act on it, and a clock that the bot sees. */
export interface CourseWorld {
	readonly world: World;
	readonly programme: Programme;
	/** User ids by name. */
	readonly ids: ReadonlyMap<string, number>;
	/** Saves an application on its own page. @returns the revision */
	apply(by: string, motivation: string, options?: { course?: 'iah' | 'pb'; title?: string }): Promise<number>;
	/** Adds an entry to the log. @returns the log's revision */
	log(by: string, action: LogAction, note?: string): Promise<number>;
	/** A decision about applicants, by default about the latest revision of their own page. */
	decide(
		by: string,
		verdict: OutcomeOrRecusal,
		people: readonly string[],
		options?: { course?: 'iah' | 'pb'; answers?: number; place?: number; note?: string },
	): Promise<number>;
	/** Releases all current decisions of the log, like the review page. */
	release(by: string, course?: 'iah' | 'pb'): Promise<number>;
	reply(by: string, reply: ReplyAction['reply'], offer: number | null, title?: string): Promise<number>;
	/** Advances the clock for everyone. */
	wait(minutes: number): Promise<void>;
	/** Runs a cycle; with a cache, an incremental one. */
	cycle(cache?: CycleCache | null): Promise<Done>;
	/** The notices in the bot's edits, as `NAME kind about`. */
	notices(): Promise<readonly string[]>;
	/** The mark of an action, for tests of forgery. */
	mark(action: LogAction | ReplyAction): string;
	/** The revision in which a user last changed their own page. */
	answers(name: string, course?: 'iah' | 'pb'): Promise<number>;
	/** The release of all current decisions. */
	releaseNow(course?: 'iah' | 'pb'): Promise<Extract<LogAction, { kind: 'release' }>>;
	/** The wiki's clock, milliseconds. */
	now(): Promise<number>;
}

/** Long before the courses' `notify`; tests go past it with {@link CourseWorld.wait}. */
export async function createCourseWorld(
	world: World,
	{
		now,
		people = [],
		programme: change = (draft) => draft,
	}: {
		/** Milliseconds of the wiki's clock. */
		readonly now: number;
		readonly people?: readonly string[];
		readonly programme?: (draft: ProgrammeDraft) => unknown;
	},
): Promise<CourseWorld> {
	const ids = new Map<string, number>();
	ids.set(BOT, await world.createAccount(BOT, ['bot']));
	for (const name of ['Rita', 'Rob', ...people]) ids.set(name, await world.createAccount(name));
	const admin = await world.as(ADMIN);
	await world.edit(ADMIN, { title: LOG, text: 'The log.' });
	const { query } = (await admin.query({ action: 'query', titles: LOG, prop: 'info' })) as {
		query: { pages: { pageid: number }[] };
	};
	const programme = fillInIds(
		change({ ...createCycleProgramme(now), reviewers: [{ name: 'Rita' }, { name: 'Rob' }] }),
		ids,
		query.pages[0]?.pageid ?? 0,
	);
	for (const { page } of programme.courses) await world.edit(ADMIN, { title: page, text: 'A course' });
	await world.edit(ADMIN, { title: PROGRAMME_PAGE, text: JSON.stringify(programme) });

	let nonces = 0;
	const nonce = (): string => `nonce${String(++nonces).padStart(5, '0')}`;
	const idOf = (name: string): number => ids.get(name) ?? 0;
	const log: CourseWorld['log'] = async (by, action, note = '') => {
		const saved = await appendAction(await world.as(by), {
			pageid: programme.log.id,
			action,
			nonce: nonce(),
			line: action.kind,
			note,
		});
		if (saved.kind !== 'saved')
			throw new WikiError('code' in saved ? saved.code : saved.kind, JSON.stringify(saved));
		return saved.revid;
	};
	const releaseNow: CourseWorld['releaseNow'] = async (course = 'iah') => {
		const reader = await world.as(READER);
		const { inForce } = readProgrammeHistory(await readHistory(reader, PROGRAMME_PAGE));
		const present = inForce?.programme ?? programme;
		const page = await readLogPage(reader, present.log.id, findFirstOpening(present));
		const read = readLog(page.history, present, ['iah', 'pb']);
		return {
			kind: 'release',
			course,
			seenRevid: read.newestRevid,
			digest: digestDecisions(collectDecisions(read, course)),
		};
	};
	const answersOf: CourseWorld['answers'] = async (name, course = 'iah') => {
		const own = (await world.history(`${PAGES[course]}/Applications/${name}`)).filter(
			({ user, comment }) => user === name && !(comment ?? '').startsWith('wikilearn:'),
		);
		return own.at(-1)?.revid ?? 0;
	};
	const newest = async (title: string): Promise<number> => (await world.history(title)).at(-1)?.revid ?? 0;
	const cycle: CourseWorld['cycle'] = async (cache = null) => {
		const result = await runCycle(await world.as(BOT), { cache, bot: BOT, translate: translateInto });
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result;
	};
	return {
		world,
		programme,
		ids,
		log,
		cycle,
		async apply(by, motivation, { course = 'iah', title = `${PAGES[course]}/Applications/${by}` } = {}) {
			const answers = { motivation, use: 'I use it' };
			const text = writeCall({ course, answers, email: 'sent', nonce: nonce() });
			return (await world.edit(by, { title, text })) ?? 0;
		},
		async decide(by, verdict, decided, { course = 'iah', answers, place, note } = {}) {
			const applicants = [];
			for (const name of decided)
				applicants.push({
					id: idOf(name),
					answersRevid: answers ?? (await answersOf(name, course)),
				});
			return log(by, { kind: 'decide', course, outcome: verdict, place: place ?? null, applicants }, note);
		},
		releaseNow,
		release: async (by, course = 'iah') => log(by, await releaseNow(course)),
		answers: answersOf,
		async now() {
			const { curtimestamp } = await admin.query({ action: 'query', curtimestamp: true });
			return Date.parse(String(curtimestamp));
		},
		async reply(by, reply, offer, title = `${PAGES.iah}/Applications/${by}`) {
			const action: ReplyAction = { kind: 'reply', course: 'iah', reply, offer };
			// Never identical to an older revision, which would make it a revert.
			const made = nonce();
			const summary = writeAction(action, made);
			const revision = await world.append(by, { title, text: `\n* ${reply} (${made})`, summary });
			return revision ?? newest(title);
		},
		wait: (minutes) => world.pass(minutes * 60),
		async notices() {
			const names = new Map(Array.from(ids, ([name, id]) => [id, name]));
			const { sent } = await cycle();
			return sent
				.map(({ applicant, kind, about }) =>
					`${names.get(applicant) ?? String(applicant)} ${kind} ${about}`.trim(),
				)
				.sort();
		},
		mark: (action) => writeAction(action, nonce()),
	};
}
