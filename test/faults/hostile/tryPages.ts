import { readStatusRegion } from '../../../shared/application/statusRegion.ts';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import { BOT, EVE, HostileWorld, LOG, TALK_PAGES, type Done } from './hostileWorld.ts';
import type { WorkCounter } from './workCounter.ts';

const EVES_PREFIX = 'Learn/Harassment/Applications/Eve';
/**
 * The work of a cycle over a few pages of which each holds the most applications that are read: they are compared with
 * each other. And what Eve may make it cost for each character on her pages.
 */
const FIXED = 40_000_000;
const PER_CHARACTER = 100;
/** Of a cycle over the honest ones' pages, which takes twice as many. What ran before the counter was made is not counted. */
const MIN_STEPS = 40_000;
/** The most that each page may add to the report, and the longest part of the status pages. */
const MAX_REPORT_GROWTH = 25_000;
const MAX_STATUS_PART = 700_000;

export interface Trial {
	/** Hers alone, as subpages of her application. */
	readonly pages: readonly string[];
	/** What she makes of the talk pages, on each of which an honest application stands. */
	readonly talk: readonly ((own: string) => string)[];
}

export interface Tried {
	/** What went wrong: nothing, it is hoped. */
	readonly wrong: readonly string[];
	/** The cycle's work for each character on the wiki. */
	readonly steps: number;
}

/** Has the bot meet these pages. */
export async function tryPages({ pages, talk }: Trial, counter: WorkCounter): Promise<Tried> {
	const plain = new HostileWorld();
	counter.take();
	const before = await plain.cycle();
	const usual = counter.take();
	if (usual < MIN_STEPS)
		throw new Error(`the counter was made too late: ${usual} steps for honest pages alone`);
	const world = new HostileWorld();
	pages.forEach((text, index) => {
		world.put(EVE, `${EVES_PREFIX}${index === 0 ? '' : `/${index}`}`, text, text);
	});
	// What stands in the log proves nothing, and neither does her summary.
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
	// What she put into the bot's own region is gone after the first, and told no more after the second.
	await world.cycle();
	await world.cycle();
	const editedAgain = world.edited().filter((title) => !TALK_PAGES.some((talkPage) => talkPage === title));
	if (editedAgain.length > 0) wrong.push(`written again: ${editedAgain.join(', ')}`);
	const length = [...textsBefore.values()].reduce((sum, text) => sum + text.length, 0);
	if (steps > FIXED + PER_CHARACTER * length) wrong.push(`${steps} steps for ${length} characters`);
	return { wrong, steps: steps / length };
}

/** What the honest ones said and what became of it. */
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
 * The honest ones' own pages are as they would be. Of Eve's every line outside of the bot's region stays, and others come
 * only from what she wrote between its markers before the bot wrote there.
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

/** A page that outgrows what the wiki takes cannot be saved, and nobody is told of anything any more. */
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
