import type { MemoryPage, MemoryRevision } from './memoryWiki.ts';
import { truncateSummary, modelOf, newestOf, redirectTarget, sizeOf } from './revisions.ts';

/** What kind of change an edit is: MediaWiki's `ContentHandler::getChangeType`. */
interface ChangeKind {
	readonly tag: string | null;
	/** The automatic summary for an edit without one. */
	readonly summary: string;
}

const NO_KIND: ChangeKind = { tag: null, summary: '' };
/** How many revisions MediaWiki searches for the same text (`$wgManualRevertSearchRadius`). */
const SEARCH_RADIUS = 15;

export function classifyChange(before: Content | null, after: Content): ChangeKind {
	const [size, newSize] = [before ? sizeOf(before.text) : 0, sizeOf(after.text)];
	const target = before ? parseRedirect(before) : null;
	const newTarget = parseRedirect(after);
	if (size > 0 && newSize === 0) return { tag: 'mw-blank', summary: 'Blanked the page' };
	if (newTarget !== null && target === null)
		return { tag: 'mw-new-redirect', summary: `Redirected page to [[${newTarget}]]` };
	if (newTarget !== null && target !== null && newTarget !== target) {
		const summary = `Changed redirect target from [[${target}]] to [[${newTarget}]]`;
		return { tag: 'mw-changed-redirect-target', summary };
	}
	if (newTarget === null && target !== null)
		return { tag: 'mw-removed-redirect', summary: `Removed redirect to [[${target}]]` };
	if (!before)
		return {
			tag: null,
			summary: newSize === 0 ? 'Created blank page' : excerpt('Created page with "$1"', after),
		};
	if (size > 10 * newSize)
		return { tag: 'mw-replace', summary: excerpt('Replaced content with "$1"', after) };
	if (before.model !== after.model) return { tag: 'mw-contentmodelchange', summary: '' };
	return NO_KIND;
}

export interface Content {
	readonly text: string;
	readonly model: string;
}

export function contentOf(page: MemoryPage, revision: MemoryRevision | undefined): Content | null {
	return revision ? { text: revision.text, model: modelOf(page, revision) } : null;
}

/** Whether a text restores one of the last revisions before the current one. */
export function isManualRevert(page: MemoryPage, text: string): boolean {
	const newest = newestOf(page);
	if (newest?.text === text) return false;
	return page.revisions.slice(-1 - SEARCH_RADIUS, -1).some((revision) => revision.text === text);
}

function parseRedirect({ text, model }: Content): string | null {
	return model === 'wikitext' ? redirectTarget(text) : null;
}

/** The excerpt in an automatic summary: truncated by bytes, like `truncateForDatabase`. */
function excerpt(message: string, { text, model }: Content): string {
	const room = 500 - message.length;
	let words = text.replace(/[\n\r]/g, ' ');
	if (sizeOf(words) > room) {
		let bytes = 3;
		let truncated = '';
		for (const character of words) {
			bytes += sizeOf(character);
			if (bytes > room) break;
			truncated += character;
		}
		words = `${truncated.trimEnd()}...`;
	}
	if (model === 'wikitext') words = words.replace(/\[\[([^\]]*)\]?$/, '$1');
	return truncateSummary(message.replace('$1', () => words));
}
