import { beforeEach, describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../../bot/plan/assessApplications.ts';
import type { Problem } from '../../../../shared/history/problem.ts';
import { readApplications } from '../../../../shared/application/readApplications.ts';
import { writeStatusRegion } from '../../../../shared/application/statusRegion.ts';
import { MemoryWiki } from '../../../memory/memoryWiki.ts';
import { createApplication, NOW, BOT, createCohort, programme } from '../../render/cohort.ts';
import { publishAll } from './publishAll.ts';

const STATUS = `${programme.root}/Status`;
const REPORT = `User:${BOT}/Report`;
const BLANKED = 'Nothing of it is left.';

let wiki: MemoryWiki;
let bot: number;
let remembered: ReadonlyMap<string, string>;
let found: readonly Problem[];

beforeEach(() => {
	wiki = new MemoryWiki();
	bot = wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] }).id;
	wiki.addAccount('Editor');
	remembered = new Map();
});

/** A cycle's end: what is to be published is. @param changed titles that recent changes told of */
async function publish(
	applications: readonly AssessedApplication[],
	changed: readonly string[] = [],
	problems: readonly Problem[] = [],
	at = NOW,
) {
	const result = await publishAll(wiki.as(BOT), {
		bot,
		applications,
		at,
		cached: remembered,
		changed,
		problems,
	});
	remembered = result.digests;
	found = result.problems;
	return result.results;
}

const page = (title: string) => wiki.state.pages.find((page) => page.title === title);
const text = (title: string) => page(title)?.revisions.at(-1)?.text ?? '';
const edits = (title: string) => page(title)?.revisions.filter(({ user }) => user === BOT).length ?? 0;
const write = (title: string, words: string) =>
	wiki.as('Editor').edit({ action: 'edit', title, text: words, summary: 'by hand' });

describe('publishing', () => {
	it('makes three edits in a day of 288 cycles with three events', async () => {
		const events: Readonly<Record<number, readonly AssessedApplication[]>> = {
			20: createCohort(3),
			100: [...createCohort(2), createApplication(2, { state: 'withdrawn' })],
			250: [
				createApplication(0, { state: 'accepted' }),
				createApplication(1),
				createApplication(2, { state: 'withdrawn' }),
			],
		};
		let now = createCohort(2);
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

	it('makes no edit without a cache when nothing changed', async () => {
		await publish(createCohort(5));
		const before = wiki.requests.length;
		remembered = new Map();
		await publish(createCohort(5));
		expect(wiki.requests.slice(before).filter(({ action }) => action === 'edit')).toEqual([]);
	});

	it('leaves the text around the region unchanged, and summarizes the change', async () => {
		await publish(createCohort(2));
		await write(STATUS, `Above\n${text(STATUS)}\nBelow {{unclosed`);
		await publish([createApplication(0, { state: 'accepted' }), createApplication(1)], [STATUS]);
		expect(text(STATUS)).toMatch(/^Above\n<!--[^]*-->\nBelow \{\{unclosed$/);
		expect(page(STATUS)?.revisions.at(-1)?.comment).toBe(
			'Identifying and Addressing Harassment Online: 1 application, 1 of 40 seats taken; ' +
				'Partnership Building: 1 application, 0 of 40 seats taken',
		);
		const edit = wiki.requests.filter(({ action, title }) => action === 'edit' && title === STATUS).pop();
		// What is not minor is a notice.
		expect(edit).toMatchObject({ bot: true, minor: true });
	});

	it('always restores the region on its own pages', async () => {
		await publish(createCohort(2));
		for (const words of [BLANKED, '']) {
			await write(STATUS, words);
			await publish(createCohort(2), [STATUS]);
			expect(text(STATUS)).toMatch(/<!-- wikilearn:status begin/);
			expect(text(STATUS).startsWith(words)).toBe(true);
		}
		await write(REPORT, '');
		await publish(createCohort(2), [REPORT]);
		expect(text(REPORT)).toMatch(/<!-- wikilearn:status begin/);
		const edited = [edits(STATUS), edits(REPORT)];
		await publish(createCohort(2), [STATUS, REPORT]);
		expect([edits(STATUS), edits(REPORT)]).toEqual(edited);
	});

	it('does not restore a region removed from an application page, with or without a cache', async () => {
		const title = createCohort(1)[0]?.title ?? '';
		await write(title, '{{WikiLearn application}}');
		await publish(createCohort(1));
		expect(text(title)).toContain('wikilearn:status begin');
		await write(title, BLANKED);
		for (const memory of [remembered, new Map<string, string>()]) {
			remembered = memory;
			await publish([createApplication(0, { state: 'accepted' })], [title]);
			expect(text(title)).toBe(BLANKED);
			expect(found).toMatchObject([{ kind: 'region-removed', about: title }]);
		}
		// And goes on saying so.
		await publish([createApplication(0, { state: 'accepted' })]);
		expect(found).toMatchObject([{ kind: 'region-removed', about: title }]);
		expect(text(REPORT)).toContain(`[[:${title}|`);
	});

	it('adds a region to a page created by somebody else, without reporting it', async () => {
		await write(STATUS, 'Welcome!');
		await publish(createCohort(1));
		expect(text(STATUS)).toMatch(/^Welcome!\n\n<!-- wikilearn:status begin/);
		expect(text(REPORT)).toContain('Nothing needs a person.');
	});

	it('reports a page with malformed markers without editing it', async () => {
		await publish(createCohort(2));
		const muddled = `${text(STATUS)}\n${text(STATUS)}`;
		await write(STATUS, muddled);
		await publish(createCohort(3), [STATUS]);
		await publish(createCohort(3));
		expect(text(STATUS)).toBe(muddled.trimEnd());
		expect(found).toMatchObject([{ kind: 'malformed-markers', about: STATUS }]);
		expect(edits(REPORT)).toBe(2);
	});

	it('never writes below a redirect: restores its own pages, leaves others alone', async () => {
		const title = createCohort(1)[0]?.title ?? '';
		await write(title, '#REDIRECT [[Elsewhere]]');
		await publish(createCohort(1));
		expect(text(title)).toBe('#REDIRECT [[Elsewhere]]');
		for (const own of [STATUS, REPORT]) {
			await write(own, '#REDIRECT [[Elsewhere]]');
			await publish(createCohort(1), [own]);
			expect(text(own)).toMatch(/^<!-- wikilearn:status begin/);
			expect(found).toContainEqual(expect.objectContaining({ kind: 'page-restored', about: own }));
		}
	});

	describe('when the markers were moved', () => {
		const begin = /<!-- wikilearn:status begin[^]*?-->/;
		const end = /<!-- wikilearn:status end[^]*?-->/;
		const OTHERS = 'What others wrote here.';
		const CALL = '{{WikiLearn application\n| course = iah\n}}';

		it('keeps other people’s text that is now between them', async () => {
			await publish(createCohort(2));
			const region = text(STATUS);
			await write(STATUS, `${OTHERS}\n\n${region}`);
			const [marker = ''] = begin.exec(region) ?? [];
			await write(STATUS, `${marker}\n${OTHERS}\n\n${region.replace(begin, '')}`);
			await publish(createCohort(3), [STATUS]);
			expect(text(STATUS)).toMatch(/^<!-- wikilearn:status begin/);
			expect(text(STATUS).split(end)[1]).toContain(OTHERS);
			expect(text(STATUS).split(end)[0]).not.toContain(OTHERS);
			expect(found).toMatchObject([{ kind: 'markers-moved', about: STATUS }]);
		});

		it.each([
			['put around it later', [CALL, writeStatusRegion(CALL)]],
			['there from the first edit on', [writeStatusRegion(CALL)]],
			['around two of them', [writeStatusRegion(`${CALL}\n\n${CALL}`)]],
		])('keeps an applicant’s template call before the bot’s first edit: %s', async (_, texts) => {
			const title = createCohort(1)[0]?.title ?? '';
			for (const text of texts) await write(title, text);
			const before = readApplications(text(title)).applications.length;
			await publish(createCohort(1));
			expect(text(title).split(end)[1]).toContain(CALL);
			expect(readApplications(text(title)).applications).toHaveLength(before);
			expect(found).toMatchObject([{ kind: 'markers-moved', about: title }]);
			const saved = edits(title);
			await publish([createApplication(0, { state: 'accepted' })], [title]);
			expect(text(title).split(CALL)).toHaveLength(before + 1);
			expect(edits(title)).toBe(saved + 1);
		});

		it('removes text that somebody wrote between them', async () => {
			await publish(createCohort(2));
			await write(
				STATUS,
				text(STATUS).replace(end, (marker) => `Vandalism\n${marker}`),
			);
			await publish(createCohort(2), [STATUS]);
			expect(text(STATUS)).not.toContain('Vandalism');
			expect(found).toEqual([]);
		});
	});

	it('writes the status on an existing application page, and never creates one', async () => {
		const [first, second] = createCohort(2);
		await write(first?.title ?? '', '{{WikiLearn application}}');
		await publish(createCohort(2));
		await publish([createApplication(0, { state: 'accepted' }), createApplication(1)]);
		const history = page(first?.title ?? '')?.revisions.map(({ comment }) => comment);
		expect(history).toEqual([
			'by hand',
			'Updated the status of this application',
			'Updated the status of this application',
		]);
		expect(text(first?.title ?? '')).toMatch(/^\{\{WikiLearn application\}\}\n\n<!--[^]*key=accepted/);
		expect(page(second?.title ?? '')).toBeUndefined();
	});

	it('blanks a part that is no longer needed', async () => {
		await publish(createCohort(600));
		expect(text(`${STATUS}/2`)).toContain('WikiLearn status/row');
		const parts = wiki.state.pages.filter(({ title }) => title.startsWith(`${STATUS}/`)).length;
		for (let cycle = 0; cycle < parts; cycle++) await publish(createCohort(10));
		expect(text(`${STATUS}/2`)).toContain('Nothing is here any more');
		expect(text(STATUS)).not.toContain(`${STATUS}/2`);
	});
});
