import { checkAccess } from './access.ts';
import { addLogEntry } from './addLogEntry.ts';
import { classifyChange, contentOf } from './classifyChange.ts';
import { findPage } from './findPage.ts';
import type { MemoryRevision, MemoryState } from './memoryWiki.ts';
import { createApiError } from './createApiError.ts';
import { addRevision, modelOf, newestOf, advanceClock } from './revisions.ts';

export interface Rollback {
	readonly title: string;
	/** The user whose edits are reverted. */
	readonly user: string;
	readonly summary?: string;
}

/** MediaWiki's RollbackPage. */
export function rollBackPage(
	state: MemoryState,
	by: string,
	{ title, user, summary = '' }: Rollback,
): number {
	const page = findPage(state, title);
	checkAccess(state, by, page, ['edit']);
	const newest = newestOf(page);
	if (newest?.user !== user) throw createApiError('alreadyrolled', 'Cannot rollback the last edit.');
	const target = page.revisions.findLast((revision) => revision.user !== user);
	if (!target) throw createApiError('onlyauthor', 'The last author is the only author of this page.');
	if (target.textHidden || target.userHidden)
		throw createApiError('notvisiblerev', 'The last revision by a different user has been deleted.');
	if (target.text === newest.text && modelOf(page, target) === modelOf(page, newest))
		throw createApiError('alreadyrolled', 'Cannot rollback the last edit.');
	const before = contentOf(page, newest);
	const after = { text: target.text, model: modelOf(page, target) };
	const { tag } = classifyChange(before, after);
	const author = newest.userHidden
		? 'a hidden user'
		: `[[Special:Contributions/${user}|${user}]] ([[User talk:${user}|talk]])`;
	const usual = `Reverted edits by ${author} to last revision by [[User:${target.user}|${target.user}]]`;
	const comment = summary === '' ? usual : expandSummary(summary, target, newest);
	advanceClock(state);
	const { revid } = addRevision(state, page, {
		user: by,
		text: after.text,
		comment,
		contentmodel: after.model,
		minor: true,
		tags: [...(tag === null ? [] : [tag]), 'mw-rollback'],
	});
	if (before && before.model !== after.model) {
		const params = { oldmodel: before.model, newmodel: after.model };
		const { pageid } = page;
		addLogEntry(state, { kind: 'contentmodel/change', user: by, title, pageid, comment, params });
	}
	return revid;
}

/** Custom summaries support the parameters of MediaWiki's message, except timestamps ($4, $6). */
function expandSummary(summary: string, target: MemoryRevision, newest: MemoryRevision): string {
	const author = newest.userHidden ? '' : newest.user;
	const words = ['', target.user, author, String(target.revid), '', String(newest.revid)];
	return summary.replace(/\$([1235])/g, (_, index: string) => words[Number(index)] ?? '');
}
