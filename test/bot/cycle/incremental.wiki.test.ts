import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { OPTIONAL_NOTICES } from '../../../shared/programme/schema.ts';
import { deployTemplates } from '../render/deployTemplates.ts';
import { createCycleProgramme } from './createCycleProgramme.ts';
import { RandomHistory } from './randomHistory.ts';
import { samples } from '../../samples.ts';
import { SeededRandom } from './seededRandom.ts';
import { startCycleWiki, type CycleWiki, type Done } from './startCycleWiki.ts';

const PEOPLE = ['Ana', 'Ben', 'Eve', 'SysopAbroad'] as const;
const SEEDS = process.env.WIKILEARN_SEEDS?.split(' ').map(Number) ?? [1, 2].slice(0, samples(2));
const STEPS = Number(process.env.WIKILEARN_STEPS ?? 16);

/** What a cycle came to, without when it was asked. */
function comparable({ applications, problems }: Done): unknown {
	return JSON.parse(
		JSON.stringify({ applications, problems }, (key, value: unknown) =>
			key === 'at' || key === 'checkedAt' ? undefined : value,
		),
	);
}

describe('an incremental cycle has the same outcome as a full one', () => {
	let wiki: CycleWiki;
	beforeAll(async () => {
		const programme = { ...createCycleProgramme(), notices: [...OPTIONAL_NOTICES] };
		wiki = await startCycleWiki([{ name: 'Rita' }, ...PEOPLE.map((name) => ({ name }))], '', programme);
		await deployTemplates(wiki.running);
		await wiki.as('WikiAdmin');
		await wiki.cycle();
		await wiki.running.snapshot('start');
	});
	afterAll(() => wiki.running.stop());

	it.each(SEEDS)('random history %i', { timeout: 600_000 }, async (seed) => {
		await wiki.running.restore('start');
		wiki.logOut();
		const random = new SeededRandom(seed);
		const history = new RandomHistory(wiki, random, PEOPLE);
		const done: string[] = [`seed ${seed}`];
		await history.begin();
		let { cache } = await wiki.cycle();
		for (let step = 0; step < STEPS; step++) {
			for (let count = 0; count <= Math.floor(random.next() * 4); count++) done.push(await history.step());
			if (random.chance(0.2)) cache = await runLaggingCycle(wiki, cache, random);
			const part = await wiki.cycle(skewClock(cache, random));
			const whole = await wiki.cycle();
			expect(comparable(part), done.join('\n')).toEqual(comparable(whole));
			expect(
				// What happened to regions is told in the report only while it is remembered.
				whole.published.filter(({ kind, title }) => kind === 'saved' && title !== 'User:WikiLearnBot/Report'),
				done.join('\n'),
			).toEqual([]);
			({ cache } = part);
		}
		const happened = done.filter((line) => !line.startsWith('refused')).length - 1;
		console.log(`seed ${seed}: ${STEPS} comparisons, ${happened} things happened`);
		if (process.env.WIKILEARN_TELL) console.log(done.join('\n'));
	});
});

/** The clock of the server that answered was another one's. */
function skewClock(cache: CycleCache, random: SeededRandom): CycleCache {
	const readAt = new Date(Date.parse(cache.readAt) + (random.next() - 0.5) * 90_000).toISOString();
	return { ...cache, readAt };
}

/** A cycle whose replica does not show one of the newest changes yet. */
async function runLaggingCycle(
	wiki: CycleWiki,
	cache: CycleCache,
	random: SeededRandom,
): Promise<CycleCache> {
	const skipped = Math.floor(random.next() * 2);
	const result = await wiki.cycle(cache, (response) => {
		const query = response.query as { recentchanges?: unknown[] } | undefined;
		if (!query?.recentchanges) return response;
		const recentchanges = query.recentchanges.filter((_, index) => index !== skipped);
		return { ...response, query: { ...query, recentchanges } };
	});
	return result.cache;
}
