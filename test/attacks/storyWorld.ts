import { createCourseWorld, type CourseWorld } from '../world/courseWorld.ts';
import { createFakeWorld } from '../world/createFakeWorld.ts';
import { startRealWorld } from '../world/startRealWorld.ts';
import { READER, type World } from '../world/world.ts';
import { NO_PROGRESS, StoryPlayer, type StoryOutcome, type StoryProgress } from './storyPlayer.ts';
import { PEOPLE, STAGES } from './stages.ts';
import type { StageName, Story } from './story.ts';

/** Plays stories on one wiki, each from the start. */
export interface StoryWorld {
	play(story: Story): Promise<StoryOutcome>;
	stop(): Promise<void>;
}

/** With offers, without look-ups on other wikis, and with decision notices only. */
function createCourses(world: World, now: number): Promise<CourseWorld> {
	return createCourseWorld(world, {
		now,
		people: PEOPLE,
		programme: (draft) => ({
			...draft,
			offers: { confirmDays: 7, reminderDays: 2 },
			courses: draft.courses.map((course) => ({ ...course, requirements: [] })),
		}),
	});
}

/** Plays each story on its own fake wiki. */
export function createFakeStoryWorld(): StoryWorld {
	return {
		async play(story) {
			const world = createFakeWorld();
			world.wiki.state.globals = new Map();
			const player = new StoryPlayer(await createCourses(world, world.wiki.state.now));
			for (const stage of stagesUpTo(story.stage)) await player.play(STAGES[stage].steps);
			await player.play(story.steps);
			return player.outcome(Object.keys(story.expect.pages ?? {}));
		},
		stop: () => Promise.resolve(),
	};
}

interface PreparedStage {
	readonly progress: StoryProgress;
	/** The wiki's clock at that time, milliseconds. */
	readonly now: number;
}

/** Plays all stories on one real wiki, which is restored to a snapshot before each. */
export async function startRealStoryWorld(): Promise<StoryWorld> {
	const world = await startRealWorld();
	const course = await createCourses(world, Date.now());
	// Log in and get tokens first: a restore ends sessions that are newer than the snapshot.
	for (const name of [...course.ids.keys(), READER])
		await (await world.as(name)).edit({ action: 'purge', titles: 'Learn/Log' });
	const prepared = new Map<StageName, PreparedStage>();
	const logInAgain = world.rememberSessions();

	async function restoreStage(stage: StageName): Promise<StoryProgress> {
		const { progress, now } = prepared.get(stage) ?? (await prepare(stage));
		await world.wiki.restore(stage);
		await world.pass((now - (await course.now())) / 1000);
		logInAgain();
		return progress;
	}
	async function prepare(stage: StageName): Promise<PreparedStage> {
		const { before, steps } = STAGES[stage];
		const player = new StoryPlayer(course, before === null ? NO_PROGRESS : await restoreStage(before));
		await player.play(steps);
		const preparedStage = { progress: player.told, now: await course.now() };
		await world.wiki.snapshot(stage);
		prepared.set(stage, preparedStage);
		return preparedStage;
	}

	return {
		async play(story) {
			const player = new StoryPlayer(course, await restoreStage(story.stage));
			await player.play(story.steps);
			return player.outcome(Object.keys(story.expect.pages ?? {}));
		},
		stop: () => world.stop(),
	};
}

function stagesUpTo(stage: StageName): readonly StageName[] {
	const { before } = STAGES[stage];
	return before === null ? [stage] : [...stagesUpTo(before), stage];
}
