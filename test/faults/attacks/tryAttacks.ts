import { STORIES } from '../../attacks/stories/stories.ts';
import type { Story } from '../../attacks/story.ts';
import { createFakeStoryWorld, startRealStoryWorld, type StoryWorld } from '../../attacks/storyWorld.ts';
import { findStoryDifferences } from '../../attacks/findStoryDifferences.ts';
import type { FaultOptions, FaultRow } from '../part.ts';

/** Parallel real wikis: one per core. */
const WIKIS = 2;

/** Plays every attack story on a fake wiki and on real ones, with the same expected outcome. */
export async function tryAttacks({ every, print }: FaultOptions): Promise<readonly FaultRow[]> {
	const stories = STORIES.filter((_, index) => index % every === 0);
	const inMemory = await play(createFakeStoryWorld(), stories);
	const shares = Array.from({ length: WIKIS }, (_, wiki) =>
		stories.filter((__, index) => index % WIKIS === wiki),
	);
	const onWikis = await Promise.all(shares.map(async (share) => play(await startRealStoryWorld(), share)));
	return [
		createRow('attacks by sequences of actions', stories, inMemory, print),
		createRow('the same on a real wiki', stories, onWikis.flat(), print),
	];
}

async function play(wiki: StoryWorld, stories: readonly Story[]): Promise<readonly string[]> {
	const wrong: string[] = [];
	try {
		for (const story of stories) {
			const differs = await playAndCompare(wiki, story);
			if (differs.length > 0) wrong.push(`${story.about}, ${story.name}: ${differs.join('; ')}`);
		}
	} finally {
		await wiki.stop();
	}
	return wrong;
}

async function playAndCompare(wiki: StoryWorld, story: Story): Promise<readonly string[]> {
	try {
		return findStoryDifferences(story, await wiki.play(story));
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
}

function createRow(
	tried: string,
	stories: readonly Story[],
	wrong: readonly string[],
	tell: FaultOptions['print'],
): FaultRow {
	for (const difference of wrong) tell(`LOST: ${difference}`);
	return { name: tried, times: stories.length, lost: wrong.length, detail: wrong[0] ?? '' };
}
