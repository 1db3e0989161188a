import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import type { StageProgress } from '../../../bot/cycle/stageProgress.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { application, BOT, startCycleWiki, type CycleWiki } from './startCycleWiki.ts';

const PEOPLE = ['Ana', 'Ben', 'Eve'] as const;

let wiki: CycleWiki;
beforeAll(async () => {
	wiki = await startCycleWiki([{ name: 'Rita' }, ...PEOPLE.map((name) => ({ name }))]);
	for (const name of PEOPLE)
		await (
			await wiki.as(name)
		).edit({ title: `Learn/Harassment/Applications/${name}`, text: application('because') });
});
afterAll(() => wiki.running.stop());

async function runWithProgress(
	cache: CycleCache | null,
): Promise<{ lines: readonly string[]; next: CycleCache }> {
	const all: StageProgress[] = [];
	const onProgress = (stage: StageProgress): void => void all.push(stage);
	const cycle = await runCycle(wiki.port, { cache, bot: BOT, translate: translateInto, onProgress });
	if (!cycle.ok) throw new Error(JSON.stringify(cycle.problems));
	return { lines: all.map(({ stage, done, total }) => `${stage} ${done}/${total}`), next: cycle.cache };
}

it('a cycle reports the progress of each stage', async () => {
	const first = await runWithProgress(null);
	const stages = (name: string): readonly string[] => first.lines.filter((line) => line.startsWith(name));
	expect(stages('read')[0]).toBe('read 0/null');
	expect(Number(/\d+/.exec(stages('read').at(-1) ?? '')?.[0])).toBeGreaterThanOrEqual(PEOPLE.length);
	expect(stages('check')).toEqual(['check 0/3']);
	expect(stages('look-up')).toEqual(['look-up 0/3', 'look-up 1/3', 'look-up 2/3', 'look-up 3/3']);
	const saves = stages('publish');
	expect(saves[0]).toMatch(/^publish 0\/\d+$/);
	expect(saves).toHaveLength(Number(saves[0]?.split('/')[1]) + 1);
	expect(saves.at(-1)).toMatch(/^publish (\d+)\/\1$/);

	const own = await runWithProgress(first.next);
	expect(own.lines[0]).toMatch(/^read-changes 0\/\d+$/);
	expect((await runWithProgress(own.next)).lines).toEqual(['read-changes 0/0', 'check 0/3']);
});
