import { readStatusRegion } from '../../../shared/application/statusRegion.ts';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import { BOT, EVE, HostileWorld, LOG, TALK_PAGES, type Done } from './hostileWorld.ts';
import type { WorkCounter } from './workCounter.ts';

const PLACE = 'Learn/Harassment/Applications/Eve';
/**
 * The work of a cycle over a few pages of which each holds the most applications that are read: they are compared with
 * each other. And what Eve may make it cost for each character on her pages.
 */
const FIXED = 40_000_000;
const PER_CHARACTER = 100;
/** Of a cycle over the honest ones' pages, which takes twice as many. What ran before the counter was made is not counted. */
const FEWEST = 40_000;
/** The most that each page may add to the report, and the longest part of the status pages. */
const LONGEST_LINES = 25_000;
const LONGEST_PART = 700_000;

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
	if (usual < FEWEST) throw new Error(`the counter was made too late: ${usual} steps for honest pages alone`);
	const world = new HostileWorld();
	pages.forEach((text, index) => {
		world.put(EVE, `${PLACE}${index === 0 ? '' : `/${index}`}`, text, text);
	});
	// What stands in the log proves nothing, and neither does her summary.
	world.put(EVE, LOG, `${world.textOf(LOG)}\n${pages[0] ?? ''}`, pages[0]);
	talk.forEach((change, index) => {
		const title = TALK_PAGES[index] ?? '';
		world.put(EVE, title, change(world.textOf(title)));
	});
	const given = new Map(world.wiki.state.pages.map(({ title }) => [title, world.textOf(title)]));
	counter.take();
	const done = await world.cycle();
	const steps = counter.take();
	const wrong = [
		...lostOnes(world, before, done),
		...changedTexts(world, plain, given),
		...tooLong(world, given),
	];
	// What she put into the bot's own region is gone after the first, and told no more after the second.
	await world.cycle();
	await world.cycle();
	const again = world.edited().filter((title) => !TALK_PAGES.some((one) => one === title));
	if (again.length > 0) wrong.push(`written again: ${again.join(', ')}`);
	const length = [...given.values()].reduce((sum, text) => sum + text.length, 0);
	if (steps > FIXED + PER_CHARACTER * length) wrong.push(`${steps} steps for ${length} characters`);
	return { wrong, steps: steps / length };
}

/** What the honest ones said and what became of it. */
function lostOnes(world: HostileWorld, before: Done, done: Done): readonly string[] {
	const of = ({ applications }: Done, name: string) =>
		applications.filter((one) => one.applicant?.name === name);
	return world.honest.flatMap((name) => {
		const [was, is] = [of(before, name).map(gist), of(done, name).map(gist)];
		return JSON.stringify(was) === JSON.stringify(is)
			? []
			: [`${name}: ${JSON.stringify(was)} became ${JSON.stringify(is)}`];
	});
}

function gist({ application, state, late, eligibility, decisions }: AssessedApplication): unknown {
	return [
		Object.entries(application.answers),
		application.email,
		state,
		late,
		eligibility.verdict,
		decisions.length,
	];
}

/**
 * The honest ones' own pages are as they would be. Of Eve's every line outside of the bot's region stays, and others come
 * only from what she wrote between its markers before the bot wrote there.
 */
function changedTexts(
	world: HostileWorld,
	plain: HostileWorld,
	given: ReadonlyMap<string, string>,
): readonly string[] {
	return [...given].flatMap(([title, text]) => {
		const now = world.textOf(title);
		const isHers = title.startsWith(PLACE) || title === LOG || TALK_PAGES.some((one) => one === title);
		if (!isHers)
			return withoutRevids(now) === withoutRevids(plain.textOf(title)) ? [] : [`${title} is changed`];
		return keepsAll(text, now) ? [] : [`${title} is changed outside of the region`];
	});
}

function keepsAll(text: string, now: string): boolean {
	const wanted = outside(text).split('\n');
	let next = 0;
	const added = outside(now)
		.split('\n')
		.filter((line) => line !== wanted[next] || ++next < 0);
	return next === wanted.length && added.every((line) => text.includes(line.trim()));
}

function outside(text: string): string {
	const region = readStatusRegion(text);
	const rest = region.found ? text.slice(0, region.start) + text.slice(region.end) : text;
	return rest
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith(':{{WikiLearn use the form|'))
		.join('\n')
		.trimEnd();
}

function withoutRevids(text: string): string {
	return text.replace(/\d+/g, '0');
}

/** A page that outgrows what the wiki takes cannot be saved, and nobody is told of anything any more. */
function tooLong(world: HostileWorld, given: ReadonlyMap<string, string>): readonly string[] {
	const own = world.wiki.state.pages.filter(({ title }) => !given.has(title));
	return own.flatMap(({ title }) => {
		const { length } = world.textOf(title);
		const most = title === `User:${BOT}/Report` ? given.size * LONGEST_LINES : LONGEST_PART;
		return length > most ? [`${title} has ${length} characters`] : [];
	});
}
