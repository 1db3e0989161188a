import { describe, expect, it } from 'vitest';
import { createCourseWorld } from './courseWorld.ts';
import { createFakeWorld } from './createFakeWorld.ts';

const DAY = 24 * 60;

describe('the course of a decision', () => {
	it('is hidden before its notice, and announced once', async () => {
		const world = createFakeWorld();
		const course = await createCourseWorld(world, { now: world.wiki.state.now, people: ['Ana', 'Ben'] });
		await course.apply('Ana', 'I am Ana');
		await course.apply('Ben', 'I am Ben');
		await course.cycle();
		await course.decide('Rita', 'accepted', ['Ana']);
		await course.decide('Rob', 'declined', ['Ben'], { note: 'too many' });
		const decided = await course.cycle();
		expect(decided.applications.map(({ state, decidedState }) => [state, decidedState])).toEqual([
			['received', 'accepted'],
			['received', 'declined'],
		]);
		await course.release('Rita');
		expect(await course.notices()).toEqual([]);
		await course.wait(21 * DAY);
		expect(await course.notices()).toEqual(['Ana decision accepted-19', 'Ben decision declined-20']);
		const announced = await course.cycle();
		expect(announced.applications.map(({ state }) => state)).toEqual(['accepted', 'declined']);
		const quiet = await course.cycle(announced.cache);
		expect(quiet.published.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
	});
});
