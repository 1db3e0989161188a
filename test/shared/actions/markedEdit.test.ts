import { describe, expect, it } from 'vitest';
import { checkMarkedEdit, isRevert, REVERT_TAGS } from '../../../shared/actions/mark.ts';
import type { RevisionMeta } from '../../../shared/wiki/revision.ts';

const edit = (size: number, tags: readonly string[] = []): RevisionMeta => ({
	revid: 2,
	parentid: 1,
	timestamp: '2021-01-01T00:00:00Z',
	user: null,
	comment: '',
	size,
	tags,
});

describe('whether a mark can be intentional', () => {
	it.each([
		['one that adds', edit(11), edit(10), 'may-count'],
		[
			'one that adds, with a tag of another kind',
			edit(11, ['visualeditor', 'mobile edit']),
			edit(10),
			'may-count',
		],
		['one that changes nothing: a move, a protection', edit(10), edit(10), 'adds-nothing'],
		['one that takes away', edit(9), edit(10), 'adds-nothing'],
		['one whose parent is not in the history', edit(11), undefined, 'no-parent'],
		...REVERT_TAGS.map((tag) => [`one with ${tag}`, edit(11, [tag]), edit(10), 'reverts'] as const),
		['a revert without a parent', edit(11, ['mw-undo']), undefined, 'reverts'],
	] as const)('%s', (_, revision, parent, judged) => {
		expect(checkMarkedEdit(revision, parent)).toBe(judged);
	});

	it('a revert carries one of MediaWiki’s own tags', () => {
		expect(isRevert(edit(1, ['mw-reverted']))).toBe(false);
		expect(isRevert(edit(1, ['x', 'mw-rollback']))).toBe(true);
	});
});
