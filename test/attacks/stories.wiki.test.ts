import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORIES } from './stories/stories.ts';
import { startRealStoryWorld, type StoryWorld } from './storyWorld.ts';
import { findStoryDifferences } from './findStoryDifferences.ts';

/** `npm run faults -- attacks` plays all stories. */
const SAMPLE = STORIES.filter(({ sample }) => sample);

describe('attack stories on a real wiki', () => {
	let wiki: StoryWorld;
	beforeAll(async () => {
		wiki = await startRealStoryWorld();
	});
	afterAll(() => wiki.stop());

	it('the sample covers enough stories', () => {
		expect(SAMPLE.length).toBeGreaterThanOrEqual(25);
	});
	it.each(SAMPLE)('$about: $name', async (story) => {
		expect(findStoryDifferences(story, await wiki.play(story))).toEqual([]);
	});
});
