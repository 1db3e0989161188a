import { startRealWorld } from '../world/startRealWorld.ts';
import { ADMIN, READER } from '../world/world.ts';
import { createHistoryWorld, tryHistory, type TriedHistory } from './tryHistory.ts';

const SNAPSHOT = 'begin';

/** Plays histories on one real wiki, which is restored before each. */
interface RealHistoryWorld {
	play(seed: number, steps: number): Promise<TriedHistory>;
	stop(): Promise<void>;
}

export async function startRealHistoryWorld(): Promise<RealHistoryWorld> {
	const world = await startRealWorld();
	const course = await createHistoryWorld(world, Date.now());
	// Log in and get tokens first: a restore ends sessions that are newer than the snapshot.
	for (const name of [...course.ids.keys(), ADMIN, READER])
		await (await world.as(name)).edit({ action: 'purge', titles: 'Learn/Log' });
	const logInAgain = world.rememberSessions();
	const initialTime = await course.now();
	await world.wiki.snapshot(SNAPSHOT);
	return {
		async play(seed, steps) {
			await world.wiki.restore(SNAPSHOT);
			logInAgain();
			await world.pass((initialTime - (await course.now())) / 1000);
			return tryHistory(course, seed, steps);
		},
		stop: () => world.stop(),
	};
}
