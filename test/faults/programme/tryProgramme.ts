import { runCycle } from '../../../bot/cycle.ts';
import { PROGRAMME_PAGE } from '../../../bot/programme/programmePage.ts';
import { translateInto } from '../../../bot/translateInto.ts';
import { describeProblem, type Problem } from '../../../shared/programme/problem.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { person } from '../../bench/people.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { MemoryWiki } from '../../memory/memoryWiki.ts';
import type { FaultPart } from '../part.ts';
import type { Row } from '../row.ts';
import { mutateProgramme } from './mutateProgramme.ts';

const PAGES = 1000;
const BOT = 'WikiLearnBot';
const PEOPLE = 4;
const GOOD = goodProgramme();

/** Slips and attacks on the programme page: accepted, and a cycle works with it; or refused, with the place. */
export const tryProgramme: FaultPart = async ({ seed, every }) => [
	await tryProgrammes(seed, Math.ceil(PAGES / every)),
];

export async function tryProgrammes(seed: number, count: number): Promise<Row> {
	const random = new SeededRandom(seed);
	let accepted = 0;
	const wrong: string[] = [];
	for (let index = 0; index < count; index++) {
		// As the wiki saves it.
		const text = mutateProgramme(random).trimEnd();
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
		return {
			isAccepted,
			problem: `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
		};
	}
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
	const wiki = await startWith([JSON.stringify(pilot), text], GOOD);
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
	wiki.addAccount('Admin');
	for (const text of pages) await wiki.as('Admin').act({ action: 'edit', title: PROGRAMME_PAGE, text });
	for (let index = 0; index < PEOPLE; index++) {
		const { name, title, text } = person(twoCourses(programme), index);
		wiki.addAccount(name);
		await wiki.as(name).act({ action: 'edit', title, text });
	}
	return wiki;
}

/** Where the programme has only one, everybody applies for that one. */
function twoCourses(programme: Programme): Programme {
	const { courses } = programme;
	return courses.length > 1 ? programme : { ...programme, courses: [...courses, ...courses] };
}

function goodProgramme(): Programme {
	const read = readProgramme(pilot);
	if (!read.ok) throw new Error('The pilot’s programme is not valid.');
	return read.programme;
}
