import type { Bookmark } from '../bookmark/bookmark.ts';
import { runCycle } from '../cycle.ts';
import { translateInto } from '../translateInto.ts';
import { connected, programmeError, type Connected } from './connected.ts';
import { EXIT } from './exit.ts';
import { describePublished, isPublished, say, warn } from './terminal.ts';

export interface Told {
	readonly code: number;
	/** For the next cycle. */
	readonly bookmark: Bookmark;
}

/** One cycle, told on the terminal. @throws UsageError where the programme page is missing or wrong; WikiError */
export async function tellCycle({ wiki, site }: Connected, bookmark: Bookmark | null): Promise<Told> {
	const result = await runCycle(wiki, { bookmark, bot: site.user.name, translate: translateInto, tell: say });
	if (!result.ok) throw programmeError(result.problems);
	if (result.stopped !== null) warn(`The stop page forbids writing: ${result.stopped}`);
	for (const page of result.published) say(describePublished(page));
	for (const { about, kind, detail } of result.problems)
		warn(`needs a person: ${about}: ${kind} ${detail}`.trimEnd());
	const failed = !result.published.every(isPublished);
	const needed = result.problems.length > 0 || result.stopped !== null;
	return { code: failed ? EXIT.failed : needed ? EXIT.personNeeded : EXIT.done, bookmark: result.bookmark };
}

export async function run(): Promise<number> {
	return (await tellCycle(await connected(), null)).code;
}
