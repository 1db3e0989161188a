import type { FaultPart, FaultRow } from '../part.ts';
import { createCycleProgramme } from '../../bot/cycle/createCycleProgramme.ts';
import { fillInPlaceholderIds } from '../../programmeIds.ts';
import { generateHostilePages } from './hostilePages.ts';
import { LARGEST_PAGE, repeatUnit, LONG_PAGE_FORMS, LONG_PAGE_UNITS } from './longPages.ts';
import { tryPages, type Trial, type Tried } from './tryPages.ts';
import { WorkCounter } from './workCounter.ts';

const PAGES = 10_000;
/** Long enough to detect quadratic growth; only some of the largest pages are tried, as each takes seconds. */
const LONG = 100_000;
const ONE_IN = 5;
/** Pages per batch; two of them are talk pages. */
const BATCH_SIZE = 20;

/** Hostile pages, and pages of the largest size, next to honest applications. */
export const tryHostile: FaultPart = async ({ seed, every, print }) => {
	const counter = new WorkCounter();
	try {
		const generated = await tryGenerated(seed, Math.ceil(PAGES / every), counter);
		print(generated.name);
		const long = await tryLong(LONG, every, counter, print);
		return [generated, long, await tryLong(LARGEST_PAGE, every * ONE_IN, counter, print)];
	} finally {
		counter.stop();
	}
};

/** @param count number of pages */
export async function tryGenerated(seed: number, count: number, counter: WorkCounter): Promise<FaultRow> {
	const pages = generateHostilePages(fillInPlaceholderIds(createCycleProgramme()), seed, count);
	const tally = new Tally();
	for (let start = 0; start < count; start += BATCH_SIZE) {
		const [above = '', below = '', ...rest] = pages.slice(start, start + BATCH_SIZE);
		const talk = [(own: string) => `${above}\n${own}`, (own: string) => `${own}\n${below}`];
		tally.add(await attempt({ pages: rest, talk }, counter), `pages ${start} to ${start + BATCH_SIZE - 1}`);
	}
	return tally.row(`hostile pages, generated (seed ${seed})`, count);
}

/** @param length of each page, in characters */
export async function tryLong(
	length: number,
	every: number,
	counter: WorkCounter,
	print: (line: string) => void = () => undefined,
): Promise<FaultRow> {
	const cases = Object.entries(LONG_PAGE_FORMS).flatMap(([form, make]) =>
		LONG_PAGE_UNITS.map((unit) => ({
			name: `${JSON.stringify(unit)}, ${form}`,
			text: make(repeatUnit(unit, length)),
		})),
	);
	const tried = cases.filter((_, index) => index % every === 0);
	const tally = new Tally();
	for (const { name, text } of tried) {
		const found = await attempt({ pages: [text], talk: [(own) => own + text] }, counter);
		tally.add(found, name);
		print(`${name}: ${found.wrong[0]?.slice(0, 200) ?? 'well'}`);
	}
	return tally.row(`pages of ${length} characters, of one thing over and over`, tried.length);
}

async function attempt(trial: Trial, counter: WorkCounter): Promise<Tried> {
	try {
		return await tryPages(trial, counter);
	} catch (error) {
		return { wrong: [`crashed: ${String(error)}`], steps: 0 };
	}
}

class Tally {
	private readonly wrong: string[] = [];
	private most = 0;

	add({ wrong, steps }: Tried, name: string): void {
		if (wrong.length > 0) this.wrong.push(`${name}: ${wrong.join('; ').slice(0, 1000)}`);
		this.most = Math.max(this.most, steps);
	}

	row(tried: string, times: number): FaultRow {
		const detail = this.wrong[0] ?? `at most ${this.most.toFixed(0)} steps a character`;
		return { name: tried, times, lost: this.wrong.length, detail };
	}
}
