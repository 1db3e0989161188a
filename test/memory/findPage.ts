import type { MemoryPage, MemoryState } from './memoryWiki.ts';
import { refused } from './refused.ts';

/** @throws WikiError with that code */
export function findPage(state: MemoryState, title: string, code = 'missingtitle'): MemoryPage {
	const page = state.pages.find((one) => one.title === title);
	if (!page) throw refused(code, "The page you specified doesn't exist.");
	return page;
}
