import { WikiError } from '../../shared/wiki/wiki.ts';
import type { World } from './world.ts';

/** A short story for the contract test: who does what on which pages, and what the story itself is told. */
export interface Scene {
	readonly name: string;
	/** All pages that it touches. What the wiki answers about them is compared. */
	readonly titles: readonly string[];
	/** @returns what else is to be compared, for example error codes; may hold ids by the names in `revids` */
	readonly play: (world: World) => Promise<Readonly<Record<string, unknown>>>;
}

/** The API's error code, or "done". */
export async function errorCodeOf(action: Promise<unknown>): Promise<string> {
	try {
		await action;
		return 'done';
	} catch (error) {
		if (error instanceof WikiError) return error.code;
		throw error;
	}
}

/** The ids of a page's revisions, oldest first. */
export async function idsOf(world: World, title: string): Promise<readonly number[]> {
	return (await world.history(title)).map(({ revid }) => revid);
}
