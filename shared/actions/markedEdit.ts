import type { RevisionMeta } from '../wiki/revision.ts';

/**
 * Tags of edits whose content or summary MediaWiki made, or that put an older text back. Ordinary users can neither add
 * nor remove them; a wiki can switch them off (`$wgSoftwareTags`), which `check` looks for.
 */
export const REVERT_TAGS = [
	'mw-undo',
	'mw-rollback',
	'mw-manual-revert',
	'mw-replace',
	'mw-contentmodelchange',
] as const;

export function isRevert({ tags }: Pick<RevisionMeta, 'tags'>): boolean {
	return REVERT_TAGS.some((tag) => tags.includes(tag));
}

/** `no-parent`: the revision before it is not in the history, so that nobody can tell what it added. */
export type MarkedEdit = 'may-count' | 'reverts' | 'adds-nothing' | 'no-parent';

/**
 * Whether a mark in a revision's summary can be meant by its author. Links can fill in the summary of an undo, of the restoring of
 * an old text or of an empty edit, and null revisions (moves, protections) quote titles: each is smaller than or as large as
 * what was there, or carries a tag.
 *
 * @param parent the revision before it; undefined: it is not in the history, or there is none
 */
export function judgeEdit(revision: RevisionMeta, parent: RevisionMeta | undefined): MarkedEdit {
	if (isRevert(revision)) return 'reverts';
	if (!parent) return 'no-parent';
	return revision.size > parent.size ? 'may-count' : 'adds-nothing';
}
