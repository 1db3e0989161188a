import { describe, expect, it } from 'vitest';
import { STORIES } from './stories/stories.ts';
import { fakeStories } from './storyWorld.ts';
import { whatDiffers } from './whatDiffers.ts';

describe('stories of attacks, on a fake wiki', () => {
	const wiki = fakeStories();
	it.each(STORIES)('$about: $name', async (story) => {
		expect(whatDiffers(story, await wiki.play(story))).toEqual([]);
	});
});
