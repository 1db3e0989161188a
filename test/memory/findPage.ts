import type { MemoryPage, MemoryState } from './memoryWiki.ts';
import { refused } from './refused.ts';

/** @throws WikiError `missingtitle` */
export function findPage(state: MemoryState, title: string): MemoryPage {
	const page = state.pages.find((one) => one.title === title);
	if (!page) throw refused('missingtitle', "The page you specified doesn't exist.");
	return page;
}
