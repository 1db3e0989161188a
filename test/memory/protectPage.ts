import { addLogEntry } from './addLogEntry.ts';
import { findPage } from './findPage.ts';
import type { MemoryState, ProtectedAction } from './memoryWiki.ts';
import { addNullRevision, advanceClock } from './revisions.ts';

export interface Protection {
	readonly title: string;
	/** Omitted actions are unprotected. */
	readonly levels: Partial<Record<ProtectedAction, 'autoconfirmed' | 'sysop'>>;
	readonly reason?: string;
}

const LEVELS = { autoconfirmed: 'Allow only autoconfirmed users', sysop: 'Allow only administrators' };

/** MediaWiki's `WikiPage::doUpdateRestrictions`, for an existing page, without expiry. */
export function protectPage(
	state: MemoryState,
	by: string,
	{ title, levels, reason = '' }: Protection,
): void {
	const page = findPage(state, title, 'missingtitle-createonly');
	const before = page.protection ?? {};
	const actions = (['edit', 'move'] as const).filter((action) => levels[action] !== undefined);
	if (before.edit === levels.edit && before.move === levels.move) return;
	advanceClock(state);
	const isProtected = actions.length > 0;
	const wasProtected = before.edit !== undefined || before.move !== undefined;
	const [kind, verb] = !isProtected
		? (['protect/unprotect', 'Removed protection from'] as const)
		: wasProtected
			? (['protect/modify', 'Changed protection settings for'] as const)
			: (['protect/protect', 'Protected'] as const);
	const summary = `${verb} "[[${title}]]"${reason === '' ? '' : `: ${reason}`}`;
	const words = actions.map((action) => {
		const name = action === 'edit' ? 'Edit' : 'Move';
		return `[${name}=${LEVELS[levels[action] ?? 'sysop']}] (indefinite)`;
	});
	const comment = isProtected ? `${summary} (${words.join(' ')})` : summary;
	page.protection = { ...levels };
	const { revid } = addNullRevision(state, page, by, comment);
	const description = actions
		.map((action) => `\u200e[${action}=${levels[action] ?? ''}] (indefinite)`)
		.join('');
	const details = actions.map((type) => ({ type, level: levels[type], expiry: 'infinite', cascade: false }));
	const params = isProtected ? { description, cascade: false, details } : {};
	addLogEntry(state, { kind, user: by, title, pageid: page.pageid, revid, comment: reason, params });
}
