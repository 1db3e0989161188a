import { STORIES } from '../../attacks/stories/stories.ts';
import type { Story } from '../../attacks/story.ts';
import { fakeStories, realStories, type StoryWorld } from '../../attacks/storyWorld.ts';
import { whatDiffers } from '../../attacks/whatDiffers.ts';
import type { FaultOptions } from '../part.ts';
import type { Row } from '../row.ts';

/** Real wikis side by side: a core each. */
const WIKIS = 2;

/** Every story of an attack, on a fake wiki and on real ones, with the same to come of it. */
export async function tryAttacks({ every, tell }: FaultOptions): Promise<readonly Row[]> {
	const stories = STORIES.filter((_, index) => index % every === 0);
	const inMemory = await play(fakeStories(), stories);
	const shares = Array.from({ length: WIKIS }, (_, wiki) =>
		stories.filter((__, index) => index % WIKIS === wiki),
	);
	const onWikis = await Promise.all(shares.map(async (share) => play(await realStories(), share)));
	return [
		rowOf('attacks by sequences of actions', stories, inMemory, tell),
		rowOf('the same on a real wiki', stories, onWikis.flat(), tell),
	];
}

async function play(wiki: StoryWorld, stories: readonly Story[]): Promise<readonly string[]> {
	const wrong: string[] = [];
	try {
		for (const story of stories) {
			const differs = await differencesOf(wiki, story);
			if (differs.length > 0) wrong.push(`${story.about}, ${story.name}: ${differs.join('; ')}`);
		}
	} finally {
		await wiki.stop();
	}
	return wrong;
}

async function differencesOf(wiki: StoryWorld, story: Story): Promise<readonly string[]> {
	try {
		return whatDiffers(story, await wiki.play(story));
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
}

function rowOf(
	tried: string,
	stories: readonly Story[],
	wrong: readonly string[],
	tell: FaultOptions['tell'],
): Row {
	for (const one of wrong) tell(`LOST: ${one}`);
	return { tried, times: stories.length, lost: wrong.length, detail: wrong[0] ?? '' };
}
