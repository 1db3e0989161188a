import { beforeEach, describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import type { Problem } from '../../../shared/submission/submission.ts';
import { MemoryWiki } from '../../memory/memoryWiki.ts';
import { application, AT, BOT, cohort, programme } from '../render/cohort.ts';
import { publishAll } from './publishAll.ts';

const STATUS = `${programme.root}/Status`;
const REPORT = `User:${BOT}/Report`;
const WIPED = 'Nothing of it is left.';

let wiki: MemoryWiki;
let remembered: ReadonlyMap<string, string>;

beforeEach(() => {
	wiki = new MemoryWiki();
	wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] });
	wiki.addAccount('Editor');
	remembered = new Map();
});

/** A cycle's end: what is to be published is. @param changed titles that recent changes told of */
async function publish(
	applications: readonly AssessedApplication[],
	changed: readonly string[] = [],
	problems: readonly Problem[] = [],
	at = AT,
) {
	const { published, digests } = await publishAll(
		wiki.as(BOT),
		applications,
		at,
		remembered,
		changed,
		problems,
	);
	remembered = digests;
	return published;
}

const page = (title: string) => wiki.state.pages.find((one) => one.title === title);
const text = (title: string) => page(title)?.revisions.at(-1)?.text ?? '';
const edits = (title: string) => page(title)?.revisions.filter(({ user }) => user === BOT).length ?? 0;
const write = (title: string, words: string) =>
	wiki.as('Editor').act({ action: 'edit', title, text: words, summary: 'by hand' });

describe('publishing', () => {
	it('edits three times in a day of 288 cycles with three events', async () => {
		const events: Readonly<Record<number, readonly AssessedApplication[]>> = {
			20: cohort(3),
			100: [...cohort(2), application(2, { state: 'withdrawn' })],
			250: [application(0, { state: 'accepted' }), application(1), application(2, { state: 'withdrawn' })],
		};
		let now = cohort(2);
		const clock = (cycle: number) =>
			new Date(Date.parse('2021-01-06T00:00:00Z') + cycle * 300_000).toISOString();
		await publish(now, [], [], clock(0));
		expect(edits(STATUS)).toBe(1);
		const before = wiki.requests.filter(({ action }) => action === 'edit').length;
		for (let cycle = 0; cycle < 288; cycle++) {
			now = events[cycle] ?? now;
			await publish(now, [], [], clock(cycle));
		}
		expect(edits(STATUS)).toBe(4);
		expect(wiki.requests.filter(({ action }) => action === 'edit').length - before).toBe(3);
		const requests = wiki.requests.length;
		await publish(now, [], [], clock(288));
		expect(wiki.requests).toHaveLength(requests);
	});

	it('edits as often without a memory, if nothing changed: not at all', async () => {
		await publish(cohort(5));
		const before = wiki.requests.length;
		remembered = new Map();
		await publish(cohort(5));
		expect(wiki.requests.slice(before).filter(({ action }) => action === 'edit')).toEqual([]);
	});

	it('leaves alone what stands around the region, and says what changed', async () => {
		await publish(cohort(2));
		await write(STATUS, `Above\n${text(STATUS)}\nBelow {{unclosed`);
		await publish([application(0, { state: 'accepted' }), application(1)], [STATUS]);
		expect(text(STATUS)).toMatch(/^Above\n<!--[^]*-->\nBelow \{\{unclosed$/);
		expect(page(STATUS)?.revisions.at(-1)?.comment).toMatch(/User 0\]\] accepted; 1 of 40 seats$/);
		const edit = wiki.requests.filter(({ action, title }) => action === 'edit' && title === STATUS).pop();
		expect(edit).toMatchObject({ bot: true });
		expect(edit).not.toHaveProperty('minor');
	});

	it('puts a region back once, and the report says so as long as the bot remembers', async () => {
		await publish(cohort(2));
		await write(STATUS, WIPED);
		await publish(cohort(2), [STATUS]);
		expect(text(STATUS)).toMatch(/^Nothing of it is left\.\n\n<!-- wikilearn:status begin/);
		expect(text(REPORT)).toContain('was removed from this page; it is back now');
		const [status, report] = [edits(STATUS), edits(REPORT)];
		await publish(cohort(2), [STATUS, REPORT]);
		await publish(cohort(2));
		expect([edits(STATUS), edits(REPORT)]).toEqual([status, report]);
	});

	it('leaves it out once it was removed again, whether the bot remembers or not', async () => {
		await publish(cohort(2));
		await write(STATUS, WIPED);
		await publish(cohort(2), [STATUS]);
		await write(STATUS, WIPED);
		remembered = new Map();
		await publish(cohort(3), [STATUS]);
		await publish(cohort(4), [STATUS]);
		expect(text(STATUS)).toBe(WIPED);
		expect(text(REPORT)).toContain('removed from this page a second time');
	});

	it('adds a region to a page that people made, without a word about it', async () => {
		await write(STATUS, 'Welcome!');
		await publish(cohort(1));
		expect(text(STATUS)).toMatch(/^Welcome!\n\n<!-- wikilearn:status begin/);
		expect(text(REPORT)).toContain('Nothing needs a person.');
	});

	it('does not touch a page with muddled markers, and reports it', async () => {
		await publish(cohort(2));
		const muddled = `${text(STATUS)}\n${text(STATUS)}`;
		await write(STATUS, muddled);
		await publish(cohort(3), [STATUS]);
		await publish(cohort(3));
		expect(text(STATUS)).toBe(muddled.trimEnd());
		expect(text(REPORT)).toContain('The marks around the part that the bot keeps');
		expect(edits(REPORT)).toBe(2);
	});

	it('writes the status of an application on its own page, and makes no such page', async () => {
		const [one, two] = cohort(2);
		await write(one?.title ?? '', '{{WikiLearn application}}');
		await publish(cohort(2));
		await publish([application(0, { state: 'accepted' }), application(1)]);
		const history = page(one?.title ?? '')?.revisions.map(({ comment }) => comment);
		expect(history).toEqual([
			'by hand',
			'State: received; requirements: met',
			'State: accepted; requirements: met',
		]);
		expect(text(one?.title ?? '')).toMatch(/^\{\{WikiLearn application\}\}\n\n<!--[^]*key=accepted/);
		expect(page(two?.title ?? '')).toBeUndefined();
	});

	it('empties a part that is no longer needed', async () => {
		await publish(cohort(600));
		expect(text(`${STATUS}/2`)).toContain('WikiLearn status/row');
		const parts = wiki.state.pages.filter(({ title }) => title.startsWith(`${STATUS}/`)).length;
		for (let cycle = 0; cycle < parts; cycle++) await publish(cohort(10));
		expect(text(`${STATUS}/2`)).toContain('Nothing is here any more');
		expect(text(STATUS)).not.toContain(`${STATUS}/2`);
	});
});
