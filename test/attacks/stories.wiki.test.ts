import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORIES } from './stories/stories.ts';
import { realStories, type StoryWorld } from './storyWorld.ts';
import { whatDiffers } from './whatDiffers.ts';

/** `npm run faults -- attacks` plays them all. */
const SAMPLE = STORIES.filter(({ sample }) => sample);

describe('stories of attacks, on a real wiki', () => {
	let wiki: StoryWorld;
	beforeAll(async () => {
		wiki = await realStories();
	});
	afterAll(() => wiki.stop());

	it('are enough', () => {
		expect(SAMPLE.length).toBeGreaterThanOrEqual(25);
	});
	it.each(SAMPLE)('$about: $name', async (story) => {
		expect(whatDiffers(story, await wiki.play(story))).toEqual([]);
	});
});
