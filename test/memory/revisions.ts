import { createHash } from 'node:crypto';
import { formatTimestamp } from './formatTimestamp.ts';
import type { MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { defaultModel, normalizeTitle } from './titles.ts';

/** The current revision: the last one, unless an import or undeletion left an older one current. */
export function newestOf(page: Pick<MemoryPage, 'latest' | 'revisions'>): MemoryRevision | undefined {
	const { latest, revisions } = page;
	const last = revisions[revisions.length - 1];
	return latest === undefined ? last : (revisions.find(({ revid }) => revid === latest) ?? last);
}

export function modelOf(page: Pick<MemoryPage, 'title'>, revision: MemoryRevision | undefined): string {
	return revision?.contentmodel ?? defaultModel(page.title);
}

export function sizeOf(text: string): number {
	return Buffer.byteLength(text);
}

export function sha1Of(text: string): string {
	return createHash('sha1').update(text).digest('hex');
}

/** The target in a redirect's text; null for any other text. */
export function redirectTarget(text: string): string | null {
	const target = /^\s*#redirect\s*:?\s*\[\[:?([^\]|]+)/i.exec(text)?.[1];
	if (target === undefined) return null;
	const [title = '', ...fragment] = target.split('#');
	const name = normalizeTitle(title);
	return name === null ? null : [name, ...fragment].join('#').trimEnd();
}

/** Starts an action: advances the wiki's clock by a second. */
export function advanceClock(state: MemoryState): void {
	state.now += 1000;
}

/** Adds a revision and makes it current. */
export function addRevision(
	state: MemoryState,
	page: MemoryPage,
	revision: Omit<MemoryRevision, 'revid' | 'parentid' | 'timestamp'> & { readonly parentid?: number },
): MemoryRevision {
	const added: MemoryRevision = {
		parentid: newestOf(page)?.revid ?? 0,
		...revision,
		revid: state.nextRevid++,
		timestamp: formatTimestamp(state.now),
	};
	if (added.comment !== undefined) added.comment = truncateSummary(added.comment);
	insertRevision(page, added);
	setNewest(page, added);
	delete page.isNew;
	return added;
}

/** A null revision, attributed to the user who moved, protected or imported the page. */
export function addNullRevision(
	state: MemoryState,
	page: MemoryPage,
	user: string,
	comment: string,
): MemoryRevision {
	const present = newestOf(page);
	return addRevision(state, page, {
		user,
		text: present?.text ?? '',
		comment,
		contentmodel: modelOf(page, present),
		minor: true,
		recent: null,
	});
}

/** Inserts a revision in timestamp order. */
export function insertRevision(page: MemoryPage, revision: MemoryRevision): void {
	const at = page.revisions.findLastIndex((other) => compareRevisions(other, revision) < 0);
	page.revisions.splice(at + 1, 0, revision);
}

export function setNewest(page: MemoryPage, revision: MemoryRevision): void {
	if (page.revisions[page.revisions.length - 1] === revision) delete page.latest;
	else page.latest = revision.revid;
}

export function compareRevisions(a: MemoryRevision, b: MemoryRevision): number {
	if (a.timestamp !== b.timestamp) return a.timestamp < b.timestamp ? -1 : 1;
	return a.revid - b.revid;
}

export function newPage(state: MemoryState, title: string, pageid = state.nextRevid): MemoryPage {
	const page: MemoryPage = { pageid, title, revisions: [] };
	state.pages.push(page);
	return page;
}

/** A summary as the wiki stores it: truncated to 500 characters, including "...". */
export function truncateSummary(summary: string): string {
	const text = summary.trim();
	const characters = Array.from(text);
	return characters.length <= 500 ? text : `${characters.slice(0, 497).join('').trimEnd()}...`;
}
