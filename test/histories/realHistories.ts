import { startRealWorld } from '../world/startRealWorld.ts';
import { ADMIN, READER } from '../world/world.ts';
import { createHistoryWorld, tryHistory, type TriedHistory } from './tryHistory.ts';

const SNAPSHOT = 'begin';

/** Plays histories on one real wiki, which goes back to the beginning before each. */
interface RealHistoryWorld {
	play(seed: number, steps: number): Promise<TriedHistory>;
	stop(): Promise<void>;
}

export async function startRealHistoryWorld(): Promise<RealHistoryWorld> {
	const world = await startRealWorld();
	const course = await createHistoryWorld(world, Date.now());
	// Logged in, and with a token: what begins after a snapshot is over once the wiki goes back to it.
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
