import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import {
	describeProgrammeProblem,
	type ProgrammeProblem,
} from '../../../shared/programme/programmeProblem.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { createPerson } from '../../bench/people.ts';
import { accountsNamedIn, readDraft } from '../../../bot/deploy/draft.ts';
import { fillInIds } from '../../programmeIds.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { MemoryWiki } from '../../memory/memoryWiki.ts';
import type { FaultPart, FaultRow } from '../part.ts';
import { mutateProgramme } from './mutateProgramme.ts';

const PAGES = 1000;
const BOT = 'WikiLearnBot';
const PEOPLE = 4;
const LOG_ID = 1;
const NAMES = [BOT, 'Admin', pilot.contact.account, ...pilot.reviewers.map(({ name }) => name)];
const VALID_IDS = NAMES.map((name, index) => [name, index + 1] as const);
const ADMIN = 'Admin';
/** With the ids that {@link createWikiWith} assigns. */
const VALID_PROGRAMME = createValidProgramme();

/** Mistakes and attacks on the programme page: accepted, and a cycle works with it; or rejected, with the place. */
export const tryProgramme: FaultPart = async ({ seed, every }) => [
	await tryProgrammes(seed, Math.ceil(PAGES / every)),
	tryDrafts(seed, Math.ceil(PAGES / every)),
];

/** The same for drafts without a wiki: accepted, and valid once ids are filled in; or rejected. */
export function tryDrafts(seed: number, count: number): FaultRow {
	const random = new SeededRandom(seed);
	const tried = Array.from({ length: count }, () => tryDraft(mutateProgramme(pilot, random)));
	const wrong = tried.flatMap(({ problem }, index) =>
		problem === null ? [] : [`draft ${index}: ${problem}`],
	);
	const accepted = tried.filter(({ isAccepted }) => isAccepted).length;
	const detail = wrong[0] ?? `${accepted} accepted, ${count - accepted} refused with the place`;
	return { name: `drafts, changed (seed ${seed})`, times: count, lost: wrong.length, detail };
}

function tryDraft(text: string): Tried {
	try {
		const read = readDraft(text);
		const withoutPlace = read.ok ? undefined : read.problems.find((problem) => !hasPlace(problem));
		if (withoutPlace)
			return { isAccepted: false, problem: `names no place: ${describeProgrammeProblem(withoutPlace)}` };
		const names = read.ok ? accountsNamedIn(read.draft).map(({ name }) => name) : [];
		if (read.ok) fillInIds(read.draft, new Map(names.map((name, index) => [name, index + 100])), 1);
		return { isAccepted: read.ok, problem: null };
	} catch (error) {
		return { isAccepted: false, problem: describeCrash(error) };
	}
}

function describeCrash(error: unknown): string {
	return `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

export async function tryProgrammes(seed: number, count: number): Promise<FaultRow> {
	const random = new SeededRandom(seed);
	let accepted = 0;
	const wrong: string[] = [];
	for (let index = 0; index < count; index++) {
		const text = await normalizeSavedJson(mutateProgramme(VALID_PROGRAMME, random));
		const { isAccepted, problem } = await tryPage(text);
		if (isAccepted) accepted++;
		if (problem !== null) wrong.push(`page ${index}: ${problem}`);
	}
	const detail = wrong[0] ?? `${accepted} accepted, ${count - accepted} refused with the place`;
	return { name: `programme pages, changed (seed ${seed})`, times: count, lost: wrong.length, detail };
}

interface Tried {
	readonly isAccepted: boolean;
	readonly problem: string | null;
}

async function tryPage(text: string): Promise<Tried> {
	const read = readProgramme(text);
	const isAccepted = read.ok;
	try {
		return {
			isAccepted,
			problem: read.ok ? await checkAccepted(text, read.programme) : await checkRefused(text, read.problems),
		};
	} catch (error) {
		return { isAccepted, problem: describeCrash(error) };
	}
}

/** The wiki reformats JSON: of duplicate keys, one remains. */
async function normalizeSavedJson(text: string): Promise<string> {
	const wiki = await createWikiWith([text], VALID_PROGRAMME);
	return wiki.state.pages.find(({ title }) => title === PROGRAMME_PAGE)?.revisions.at(-1)?.text ?? '';
}

/** An application for each course is registered, and a second cycle changes nothing. */
async function checkAccepted(text: string, programme: Programme): Promise<string | null> {
	const wiki = await createWikiWith([text], programme);
	const done = await runCycle(wiki.as(BOT), { cache: null, bot: BOT, translate: translateInto });
	if (!done.ok) return 'accepted by the reader and refused by the cycle';
	if (done.problems.some(({ kind }) => kind === 'programme-invalid')) return 'accepted and reported';
	const filed = done.applications.filter(({ applicant }) => applicant?.name.startsWith('Person'));
	if (filed.length !== PEOPLE) return `${filed.length} of ${PEOPLE} applications filed`;
	const unsaved = done.published.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged');
	if (unsaved.length > 0) return `not saved: ${JSON.stringify(unsaved[0])}`;
	wiki.requests.length = 0;
	await runCycle(wiki.as(BOT), { cache: null, bot: BOT, translate: translateInto });
	const again = wiki.requests.filter(({ action }) => action === 'edit');
	return again.length > 0 ? `written again: ${String(again[0]?.title)}` : null;
}

/** Each problem has a place, the last valid revision is in force, and the report shows the problems. */
async function checkRefused(text: string, problems: readonly ProgrammeProblem[]): Promise<string | null> {
	if (problems.length === 0) return 'refused without a reason';
	const homeless = problems.find((problem) => !hasPlace(problem));
	if (homeless) return `names no place: ${describeProgrammeProblem(homeless)}`;
	const wiki = await createWikiWith([JSON.stringify(VALID_PROGRAMME), text], VALID_PROGRAMME);
	const done = await runCycle(wiki.as(BOT), { cache: null, bot: BOT, translate: translateInto });
	if (!done.ok) return 'the last good revision is not in force';
	if (JSON.stringify(done.programme) !== JSON.stringify(VALID_PROGRAMME))
		return 'another programme is in force';
	const filed = done.applications.filter(({ applicant }) => applicant?.name.startsWith('Person'));
	if (filed.length !== PEOPLE) return `${filed.length} of ${PEOPLE} applications filed`;
	const reported = done.problems.find(({ kind }) => kind === 'programme-invalid');
	const [first] = problems;
	if (!first || !reported?.detail.includes(describeProgrammeProblem(first)))
		return 'the report does not say what is wrong';
	const report = wiki.state.pages.find(({ title }) => title === `User:${BOT}/Report`);
	return report?.revisions.at(-1)?.text.includes(PROGRAMME_PAGE)
		? null
		: 'the report page does not name the page';
}

/** A path, or a line of the text; an empty or too long page, or one that is not an object, has no place. */
function hasPlace({ path, found, expected, example }: ProgrammeProblem): boolean {
	if (found === '' || expected === '') return false;
	return (
		path !== '' ||
		/line \d+, column \d+/.test(found) ||
		/characters|nothing|levels/.test(found + expected) ||
		example !== ''
	);
}

/** A wiki with these revisions of the programme page, and applications of a few users. */
async function createWikiWith(pages: readonly string[], programme: Programme): Promise<MemoryWiki> {
	const wiki = new MemoryWiki();
	wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] });
	for (const [name] of VALID_IDS.slice(1)) wiki.addAccount(name);
	// Created first, for its page id.
	await wiki.as(ADMIN).edit({ action: 'edit', title: VALID_PROGRAMME.log.page, text: 'The log.' });
	for (const text of pages) await wiki.as(ADMIN).edit({ action: 'edit', title: PROGRAMME_PAGE, text });
	for (let index = 0; index < PEOPLE; index++) {
		const { name, title, text } = createPerson(ensureTwoCourses(programme), index);
		wiki.addAccount(name);
		await wiki.as(name).edit({ action: 'edit', title, text });
	}
	return wiki;
}

/** If the programme has only one course, everyone applies for that one. */
function ensureTwoCourses(programme: Programme): Programme {
	const { courses } = programme;
	return courses.length > 1 ? programme : { ...programme, courses: [...courses, ...courses] };
}

/** With all properties that a person's row can have. */
function createValidProgramme(): Programme {
	const draft = {
		...pilot,
		reviewers: [...pilot.reviewers, { name: ADMIN, until: '2026-02-01T00:00:00Z' }],
		team: [{ name: ADMIN }, ...pilot.reviewers],
	};
	return fillInIds(draft, new Map(VALID_IDS), LOG_ID);
}
