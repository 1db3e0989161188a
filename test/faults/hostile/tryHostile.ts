import type { FaultPart } from '../part.ts';
import type { Row } from '../row.ts';
import { cycleProgramme } from '../../bot/cycle/cycleProgramme.ts';
import { withMadeUpIds } from '../../programmeWith.ts';
import { hostilePages } from './hostilePages.ts';
import { LARGEST_PAGE, longPage, longPageForms, longPageUnits } from './longPages.ts';
import { tryPages, type Trial, type Tried } from './tryPages.ts';
import { WorkCounter } from './workCounter.ts';

const PAGES = 10_000;
/** Long enough to tell what grows with the square; of the largest ones, which take seconds each, one in a few. */
const LONG = 100_000;
const ONE_IN = 5;
/** Of so many at once, two stand on talk pages. */
const TOGETHER = 20;

/** Pages that no honest person leaves behind, and pages as large as can be, beside honest applications. */
export const tryHostile: FaultPart = async ({ seed, every, tell }) => {
	const counter = new WorkCounter();
	try {
		const generated = await tryGenerated(seed, Math.ceil(PAGES / every), counter);
		tell(generated.tried);
		const long = await tryLong(LONG, every, counter, tell);
		return [generated, long, await tryLong(LARGEST_PAGE, every * ONE_IN, counter, tell)];
	} finally {
		counter.stop();
	}
};

/** @param count of pages */
export async function tryGenerated(seed: number, count: number, counter: WorkCounter): Promise<Row> {
	const pages = hostilePages(withMadeUpIds(cycleProgramme()), seed, count);
	const tally = new Tally();
	for (let start = 0; start < count; start += TOGETHER) {
		const [above = '', below = '', ...some] = pages.slice(start, start + TOGETHER);
		const talk = [(own: string) => `${above}\n${own}`, (own: string) => `${own}\n${below}`];
		tally.add(await attempt({ pages: some, talk }, counter), `pages ${start} to ${start + TOGETHER - 1}`);
	}
	return tally.row(`hostile pages, generated (seed ${seed})`, count);
}

/** @param length of each page, in characters */
export async function tryLong(
	length: number,
	every: number,
	counter: WorkCounter,
	tell: (line: string) => void = () => undefined,
): Promise<Row> {
	const cases = Object.entries(longPageForms).flatMap(([form, make]) =>
		longPageUnits.map((unit) => ({
			name: `${JSON.stringify(unit)}, ${form}`,
			text: make(longPage(unit, length)),
		})),
	);
	const tried = cases.filter((_, index) => index % every === 0);
	const tally = new Tally();
	for (const { name, text } of tried) {
		const found = await attempt({ pages: [text], talk: [(own) => own + text] }, counter);
		tally.add(found, name);
		tell(`${name}: ${found.wrong[0]?.slice(0, 200) ?? 'well'}`);
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

	row(tried: string, times: number): Row {
		const detail = this.wrong[0] ?? `at most ${this.most.toFixed(0)} steps a character`;
		return { tried, times, lost: this.wrong.length, detail };
	}
}
