import type { MemoryPage, MemoryState } from './memoryWiki.ts';
import { createApiError } from './createApiError.ts';

/** @throws WikiError with that code if missing */
export function findPage(state: MemoryState, title: string, code = 'missingtitle'): MemoryPage {
	const page = state.pages.find((candidate) => candidate.title === title);
	if (!page) throw createApiError(code, "The page you specified doesn't exist.");
	return page;
}
