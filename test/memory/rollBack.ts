import { checkAccess } from './access.ts';
import { addLog } from './addLog.ts';
import { changeOf, contentOf } from './changeOf.ts';
import { findPage } from './findPage.ts';
import type { MemoryRevision, MemoryState } from './memoryWiki.ts';
import { refused } from './refused.ts';
import { addRevision, modelOf, newestOf, tick } from './revisions.ts';

export interface Rollback {
	readonly title: string;
	/** Whose edits. */
	readonly user: string;
	readonly summary?: string;
}

/** MediaWiki's RollbackPage. */
export function rollBack(state: MemoryState, by: string, { title, user, summary = '' }: Rollback): number {
	const page = findPage(state, title);
	checkAccess(state, by, page, ['edit']);
	const newest = newestOf(page);
	if (newest?.user !== user) throw refused('alreadyrolled', 'Cannot rollback the last edit.');
	const target = page.revisions.findLast((one) => one.user !== user);
	if (!target) throw refused('onlyauthor', 'The last author is the only author of this page.');
	if (target.textHidden || target.userHidden)
		throw refused('notvisiblerev', 'The last revision by a different user has been deleted.');
	if (target.text === newest.text && modelOf(page, target) === modelOf(page, newest))
		throw refused('alreadyrolled', 'Cannot rollback the last edit.');
	const before = contentOf(page, newest);
	const after = { text: target.text, model: modelOf(page, target) };
	const { tag } = changeOf(before, after);
	const who = newest.userHidden
		? 'a hidden user'
		: `[[Special:Contributions/${user}|${user}]] ([[User talk:${user}|talk]])`;
	const usual = `Reverted edits by ${who} to last revision by [[User:${target.user}|${target.user}]]`;
	const comment = summary === '' ? usual : expand(summary, target, newest);
	tick(state);
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
		addLog(state, { kind: 'contentmodel/change', user: by, title, pageid, comment, params });
	}
	return revid;
}

/** Summaries of one's own take the parameters of MediaWiki's message, apart from the moments ($4, $6). */
function expand(summary: string, target: MemoryRevision, newest: MemoryRevision): string {
	const who = newest.userHidden ? '' : newest.user;
	const words = ['', target.user, who, String(target.revid), '', String(newest.revid)];
	return summary.replace(/\$([1235])/g, (_, index: string) => words[Number(index)] ?? '');
}
