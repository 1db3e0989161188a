import { readStatusRegion } from '../../../shared/application/statusRegion.ts';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import { BOT, EVE, HostileWorld, LOG, TALK_PAGES, type Done } from './hostileWorld.ts';
import type { WorkCounter } from './workCounter.ts';

const EVES_PREFIX = 'Learn/Harassment/Applications/Eve';
/**
 * The allowed work of a cycle over a few pages that each contain the maximum number of applications, which are
 * compared with each other; and the allowed work per character of Eve's pages.
 */
const FIXED = 40_000_000;
const PER_CHARACTER = 100;
/** Half of what the honest pages take. Functions run before the counter was created are not counted. */
const MIN_STEPS = 40_000;
/** The maximum that each page may add to the report, and the maximum size of a part of the status pages. */
const MAX_REPORT_GROWTH = 25_000;
const MAX_STATUS_PART = 700_000;

export interface Trial {
	/** Eve's own pages, as subpages of her application. */
	readonly pages: readonly string[];
	/** Her changes to the talk pages, each of which has an honest application. */
	readonly talk: readonly ((own: string) => string)[];
}

export interface Tried {
	/** The problems found. */
	readonly wrong: readonly string[];
	/** The cycle's work per character on the wiki. */
	readonly steps: number;
}

/** Runs the bot on these pages. */
export async function tryPages({ pages, talk }: Trial, counter: WorkCounter): Promise<Tried> {
	const plain = new HostileWorld();
	counter.take();
	const before = await plain.cycle();
	const usual = counter.take();
	if (usual < MIN_STEPS)
		throw new Error(`the counter was created too late: ${usual} steps for honest pages alone`);
	const world = new HostileWorld();
	pages.forEach((text, index) => {
		world.put(EVE, `${EVES_PREFIX}${index === 0 ? '' : `/${index}`}`, text, text);
	});
	// The log's text and her summary have no effect.
	world.put(EVE, LOG, `${world.textOf(LOG)}\n${pages[0] ?? ''}`, pages[0]);
	talk.forEach((change, index) => {
		const title = TALK_PAGES[index] ?? '';
		world.put(EVE, title, change(world.textOf(title)));
	});
	const textsBefore = new Map(world.wiki.state.pages.map(({ title }) => [title, world.textOf(title)]));
	counter.take();
	const done = await world.cycle();
	const steps = counter.take();
	const wrong = [
		...findLost(world, before, done),
		...findChangedTexts(world, plain, textsBefore),
		...findOversizedPages(world, textsBefore),
	];
	// Her text in the bot's region is removed by the first cycle, and no longer reported after the second.
	await world.cycle();
	await world.cycle();
	const editedAgain = world.edited().filter((title) => !TALK_PAGES.some((talkPage) => talkPage === title));
	if (editedAgain.length > 0) wrong.push(`written again: ${editedAgain.join(', ')}`);
	const length = [...textsBefore.values()].reduce((sum, text) => sum + text.length, 0);
	if (steps > FIXED + PER_CHARACTER * length) wrong.push(`${steps} steps for ${length} characters`);
	return { wrong, steps: steps / length };
}

/** Lost answers or states of honest applications. */
function findLost(world: HostileWorld, before: Done, done: Done): readonly string[] {
	const of = ({ applications }: Done, name: string) =>
		applications.filter((application) => application.applicant?.name === name);
	return world.honest.flatMap((name) => {
		const [oldStates, newStates] = [of(before, name).map(summarize), of(done, name).map(summarize)];
		return JSON.stringify(oldStates) === JSON.stringify(newStates)
			? []
			: [`${name}: ${JSON.stringify(oldStates)} became ${JSON.stringify(newStates)}`];
	});
}

function summarize({ application, state, isLate, eligibility, decisions }: AssessedApplication): unknown {
	return [
		Object.entries(application.answers),
		application.email,
		state,
		isLate,
		eligibility.verdict,
		decisions.length,
	];
}

/**
 * The honest pages must be unchanged. On Eve's pages every line outside the bot's region must remain, and new lines
 * may only come from the text between her markers.
 */
function findChangedTexts(
	world: HostileWorld,
	plain: HostileWorld,
	textsBefore: ReadonlyMap<string, string>,
): readonly string[] {
	return [...textsBefore].flatMap(([title, text]) => {
		const now = world.textOf(title);
		const isEvesPage =
			title.startsWith(EVES_PREFIX) || title === LOG || TALK_PAGES.some((talkPage) => talkPage === title);
		if (!isEvesPage)
			return removeRevids(now) === removeRevids(plain.textOf(title)) ? [] : [`${title} is changed`];
		return keepsAllLines(text, now) ? [] : [`${title} is changed outside of the region`];
	});
}

function keepsAllLines(text: string, now: string): boolean {
	const expectedLines = linesOutsideRegion(text).split('\n');
	let next = 0;
	const added = linesOutsideRegion(now)
		.split('\n')
		.filter((line) => line !== expectedLines[next] || ++next < 0);
	return next === expectedLines.length && added.every((line) => text.includes(line.trim()));
}

function linesOutsideRegion(text: string): string {
	const region = readStatusRegion(text);
	const rest = region.found ? text.slice(0, region.start) + text.slice(region.end) : text;
	return rest
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith(':{{WikiLearn use the form|'))
		.join('\n')
		.trimEnd();
}

function removeRevids(text: string): string {
	return text.replace(/\d+/g, '0');
}

/** A page over the wiki's size limit cannot be saved, which would stop all notices. */
function findOversizedPages(
	world: HostileWorld,
	textsBefore: ReadonlyMap<string, string>,
): readonly string[] {
	const own = world.wiki.state.pages.filter(({ title }) => !textsBefore.has(title));
	return own.flatMap(({ title }) => {
		const { length } = world.textOf(title);
		const most = title === `User:${BOT}/Report` ? textsBefore.size * MAX_REPORT_GROWTH : MAX_STATUS_PART;
		return length > most ? [`${title} has ${length} characters`] : [];
	});
}
