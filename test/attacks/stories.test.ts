import { describe, expect, it } from 'vitest';
import { STORIES } from './stories/stories.ts';
import { createFakeStoryWorld } from './storyWorld.ts';
import { findStoryDifferences } from './findStoryDifferences.ts';

describe('attack stories on a fake wiki', () => {
	const wiki = createFakeStoryWorld();
	it.each(STORIES)('$about: $name', async (story) => {
		expect(findStoryDifferences(story, await wiki.play(story))).toEqual([]);
	});
});
