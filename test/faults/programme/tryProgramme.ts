import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { describeProblem, type Problem } from '../../../shared/programme/problem.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { person } from '../../bench/people.ts';
import { namedIn, readDraft } from '../../../bot/deploy/draft.ts';
import { withIds } from '../../programmeWith.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { MemoryWiki } from '../../memory/memoryWiki.ts';
import type { FaultPart } from '../part.ts';
import type { Row } from '../row.ts';
import { mutateProgramme } from './mutateProgramme.ts';

const PAGES = 1000;
const BOT = 'WikiLearnBot';
const PEOPLE = 4;
const LOG_ID = 1;
const NAMES = [BOT, 'Admin', pilot.contact.account, ...pilot.reviewers.map(({ name }) => name)];
const GOOD_IDS = NAMES.map((name, index) => [name, index + 1] as const);
const ADMIN = 'Admin';
/** Ids as {@link startWith} gives them. */
const GOOD = goodProgramme();

/** Slips and attacks on the programme page: accepted, and a cycle works with it; or refused, with the place. */
export const tryProgramme: FaultPart = async ({ seed, every }) => [
	await tryProgrammes(seed, Math.ceil(PAGES / every)),
	tryDrafts(seed, Math.ceil(PAGES / every)),
];

/** The same of drafts, before any wiki is asked: accepted, and a programme once the ids are filled in; or refused. */
export function tryDrafts(seed: number, count: number): Row {
	const random = new SeededRandom(seed);
	const tried = Array.from({ length: count }, () => tryDraft(mutateProgramme(pilot, random)));
	const wrong = tried.flatMap(({ problem }, index) =>
		problem === null ? [] : [`draft ${index}: ${problem}`],
	);
	const accepted = tried.filter(({ isAccepted }) => isAccepted).length;
	const detail = wrong[0] ?? `${accepted} accepted, ${count - accepted} refused with the place`;
	return { tried: `drafts, changed (seed ${seed})`, times: count, lost: wrong.length, detail };
}

function tryDraft(text: string): Tried {
	try {
		const read = readDraft(text);
		const homeless = read.ok ? undefined : read.problems.find((problem) => !namesPlace(problem));
		if (homeless) return { isAccepted: false, problem: `names no place: ${describeProblem(homeless)}` };
		const names = read.ok ? namedIn(read.draft).map(({ name }) => name) : [];
		if (read.ok) withIds(read.draft, new Map(names.map((name, index) => [name, index + 100])), 1);
		return { isAccepted: read.ok, problem: null };
	} catch (error) {
		return { isAccepted: false, problem: crashed(error) };
	}
}

function crashed(error: unknown): string {
	return `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

export async function tryProgrammes(seed: number, count: number): Promise<Row> {
	const random = new SeededRandom(seed);
	let accepted = 0;
	const wrong: string[] = [];
	for (let index = 0; index < count; index++) {
		const text = await asSaved(mutateProgramme(GOOD, random));
		const { isAccepted, problem } = await tryPage(text);
		if (isAccepted) accepted++;
		if (problem !== null) wrong.push(`page ${index}: ${problem}`);
	}
	const detail = wrong[0] ?? `${accepted} accepted, ${count - accepted} refused with the place`;
	return { tried: `programme pages, changed (seed ${seed})`, times: count, lost: wrong.length, detail };
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
			problem: read.ok ? await worksWith(text, read.programme) : await refuses(text, read.problems),
		};
	} catch (error) {
		return { isAccepted, problem: crashed(error) };
	}
}

/** The wiki writes JSON its own way: of a key that stands there twice, one is left. */
async function asSaved(text: string): Promise<string> {
	const wiki = await startWith([text], GOOD);
	return wiki.state.pages.find(({ title }) => title === PROGRAMME_PAGE)?.revisions.at(-1)?.text ?? '';
}

/** An application for each course is filed, and a second cycle leaves everything as it is. */
async function worksWith(text: string, programme: Programme): Promise<string | null> {
	const wiki = await startWith([text], programme);
	const done = await runCycle(wiki.as(BOT), { bookmark: null, bot: BOT, translate: translateInto });
	if (!done.ok) return 'accepted by the reader and refused by the cycle';
	if (done.problems.some(({ kind }) => kind === 'programme-invalid')) return 'accepted and reported';
	const filed = done.applications.filter(({ applicant }) => applicant?.name.startsWith('Person'));
	if (filed.length !== PEOPLE) return `${filed.length} of ${PEOPLE} applications filed`;
	const unsaved = done.published.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged');
	if (unsaved.length > 0) return `not saved: ${JSON.stringify(unsaved[0])}`;
	wiki.requests.length = 0;
	await runCycle(wiki.as(BOT), { bookmark: null, bot: BOT, translate: translateInto });
	const again = wiki.requests.filter(({ action }) => action === 'edit');
	return again.length > 0 ? `written again: ${String(again[0]?.title)}` : null;
}

/** Each problem names its place, the last good revision is in force, and the report says what is wrong. */
async function refuses(text: string, problems: readonly Problem[]): Promise<string | null> {
	if (problems.length === 0) return 'refused without a reason';
	const homeless = problems.find((problem) => !namesPlace(problem));
	if (homeless) return `names no place: ${describeProblem(homeless)}`;
	const wiki = await startWith([JSON.stringify(GOOD), text], GOOD);
	const done = await runCycle(wiki.as(BOT), { bookmark: null, bot: BOT, translate: translateInto });
	if (!done.ok) return 'the last good revision is not in force';
	if (JSON.stringify(done.programme) !== JSON.stringify(GOOD)) return 'another programme is in force';
	const filed = done.applications.filter(({ applicant }) => applicant?.name.startsWith('Person'));
	if (filed.length !== PEOPLE) return `${filed.length} of ${PEOPLE} applications filed`;
	const told = done.problems.find(({ kind }) => kind === 'programme-invalid');
	const [first] = problems;
	if (!first || !told?.detail.includes(describeProblem(first)))
		return 'the report does not say what is wrong';
	const report = wiki.state.pages.find(({ title }) => title === `User:${BOT}/Report`);
	return report?.revisions.at(-1)?.text.includes(PROGRAMME_PAGE)
		? null
		: 'the report page does not name the page';
}

/** A path, or a line of the text; a page that is empty, too long or no object has no place within. */
function namesPlace({ path, found, expected, example }: Problem): boolean {
	if (found === '' || expected === '') return false;
	return (
		path !== '' ||
		/line \d+, column \d+/.test(found) ||
		/characters|nothing|levels/.test(found + expected) ||
		example !== ''
	);
}

/** The programme page's revisions, and an application of each of a few people. */
async function startWith(pages: readonly string[], programme: Programme): Promise<MemoryWiki> {
	const wiki = new MemoryWiki();
	wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] });
	for (const [name] of GOOD_IDS.slice(1)) wiki.addAccount(name);
	// The first page of all.
	await wiki.as(ADMIN).edit({ action: 'edit', title: GOOD.log.page, text: 'The log.' });
	for (const text of pages) await wiki.as(ADMIN).edit({ action: 'edit', title: PROGRAMME_PAGE, text });
	for (let index = 0; index < PEOPLE; index++) {
		const { name, title, text } = person(twoCourses(programme), index);
		wiki.addAccount(name);
		await wiki.as(name).edit({ action: 'edit', title, text });
	}
	return wiki;
}

/** Where the programme has only one, everybody applies for that one. */
function twoCourses(programme: Programme): Programme {
	const { courses } = programme;
	return courses.length > 1 ? programme : { ...programme, courses: [...courses, ...courses] };
}

/** With everything that a row of people can have. */
function goodProgramme(): Programme {
	const draft = {
		...pilot,
		reviewers: [...pilot.reviewers, { name: ADMIN, until: '2026-02-01T00:00:00Z' }],
		team: [{ name: ADMIN }, ...pilot.reviewers],
	};
	return withIds(draft, new Map(GOOD_IDS), LOG_ID);
}
