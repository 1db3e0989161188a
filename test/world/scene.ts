import { WikiError } from '../../shared/wiki/wiki.ts';
import type { World } from './world.ts';

/** A short scenario for the contract test: who does what on which pages, and what the actions return. */
export interface Scene {
	readonly name: string;
	/** All pages that it affects. The wiki's responses about them are compared. */
	readonly titles: readonly string[];
	/** @returns further values to compare, for example error codes; may contain ids by the names in `revids` */
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
