import { readStatusRegion } from '../../../shared/application/readStatusRegion.ts';
import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import { EVE, HostileWorld, TALK_PAGES, type Done } from './hostileWorld.ts';
import type { WorkCounter } from './workCounter.ts';

const PLACE = 'Learn/Harassment/Applications/Eve';
/** What a cycle over the honest ones alone costs, and what Eve may make it cost for each of her characters. */
const FIXED = 3_000_000;
const PER_CHARACTER = 150;
/** A thousand applications on each page are read, whatever they are; of so many, each may be compared with each. */
const PER_PAGE_OF_MANY = 30_000_000;
/** The most that one page of hers may add to what the bot writes, besides the status of what she sent. */
const LONGEST_LINES = 12_000;

export interface Trial {
	/** Hers alone, as subpages of her application. */
	readonly pages: readonly string[];
	/** Put before, between or behind what stands on a talk page: the text, with the page's own for `{own}`. */
	readonly talk: readonly ((own: string) => string)[];
}

/** What went wrong when the bot met these pages: nothing, it is hoped. */
export async function tryPages({ pages, talk }: Trial, counter: WorkCounter): Promise<readonly string[]> {
	const plain = new HostileWorld();
	const before = await plain.cycle();
	const world = new HostileWorld();
	pages.forEach((text, index) => {
		world.put(EVE, `${PLACE}${index === 0 ? '' : `/${index}`}`, text);
	});
	talk.forEach((change, index) => {
		const title = TALK_PAGES[index] ?? '';
		world.put(EVE, title, change(world.textOf(title)));
	});
	const given = new Map(world.wiki.state.pages.map(({ title }) => [title, world.textOf(title)]));
	counter.take();
	const done = await world.cycle();
	const work = counter.take();
	const length = [...given.values()].reduce((sum, text) => sum + text.length, 0);
	const most = FIXED + PER_CHARACTER * length + PER_PAGE_OF_MANY * Math.min(pages.length + talk.length, 1);
	const wrong = work > most ? [`${work} steps for ${length} characters`] : [];
	wrong.push(
		...lostOnes(world, before, done),
		...changedTexts(world, plain, given),
		...tooLong(world, plain, given),
	);
	await world.cycle();
	if (world.edited().length > 0) wrong.push(`written again: ${world.edited().join(', ')}`);
	return wrong;
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

/** The honest ones' own pages are as they would be, and of Eve's no byte outside of the bot's region is changed. */
function changedTexts(
	world: HostileWorld,
	plain: HostileWorld,
	given: ReadonlyMap<string, string>,
): readonly string[] {
	return [...given].flatMap(([title, text]) => {
		const now = world.textOf(title);
		const isHers = title.startsWith(PLACE) || TALK_PAGES.some((one) => one === title);
		if (!isHers)
			return withoutRevids(now) === withoutRevids(plain.textOf(title)) ? [] : [`${title} is changed`];
		return outside(now) === outside(text) ? [] : [`${title} is changed outside of the region`];
	});
}

function outside(text: string): string {
	const region = readStatusRegion(text);
	return (region.found ? text.slice(0, region.start) + text.slice(region.end) : text).trimEnd();
}

function withoutRevids(text: string): string {
	return text.replace(/\d+/g, '0');
}

/** A page that outgrows what the wiki takes cannot be saved, and nobody is told of anything any more. */
function tooLong(
	world: HostileWorld,
	plain: HostileWorld,
	given: ReadonlyMap<string, string>,
): readonly string[] {
	const hers = given.size - plain.wiki.state.pages.length + TALK_PAGES.length + 4;
	return world.wiki.state.pages.flatMap(({ title }) => {
		const grown =
			world.textOf(title).length - Math.max(plain.textOf(title).length, given.get(title)?.length ?? 0);
		return grown > hers * LONGEST_LINES ? [`${title} grew by ${grown} characters`] : [];
	});
}
