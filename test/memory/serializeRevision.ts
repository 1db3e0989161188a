import type { MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { modelOf, sha1Of, sizeOf } from './revisions.ts';

/** A revision as in `prop=revisions`, for a user who may not see hidden parts. */
export function serializeRevision(
	state: MemoryState,
	page: MemoryPage,
	revision: MemoryRevision,
	props: readonly string[],
): Readonly<Record<string, unknown>> {
	const { revid, parentid, timestamp, text, comment = '', textHidden } = revision;
	const wants = (...names: readonly string[]) => names.some((name) => props.includes(name));
	const isAnyHidden = [
		revision.userHidden && wants('user', 'userid'),
		revision.commentHidden && wants('comment'),
		textHidden && wants('sha1', 'content'),
	].some(Boolean);
	const content = { contentmodel: modelOf(page, revision), contentformat: formatOf(modelOf(page, revision)) };
	return {
		...(wants('ids') && { revid, parentid }),
		...(wants('flags') && { minor: revision.minor ?? false }),
		...(wants('user', 'userid') &&
			serializeUser(state, revision, { user: wants('user'), userid: wants('userid') })),
		...(wants('timestamp') && { timestamp }),
		...(wants('size') && { size: sizeOf(text) }),
		...(wants('sha1') && (textHidden ? { sha1hidden: true } : { sha1: sha1Of(text) })),
		...(wants('comment') && (revision.commentHidden ? { commenthidden: true } : { comment })),
		...(wants('tags') && { tags: revision.tags ?? [] }),
		...(isAnyHidden && revision.isSuppressed && { suppressed: true }),
		...(wants('content', 'contentmodel') && {
			slots: {
				main: {
					...(wants('content') || wants('contentmodel') ? { contentmodel: content.contentmodel } : {}),
					...(wants('content') && !textHidden && { contentformat: content.contentformat }),
					...(wants('content') && (textHidden ? { texthidden: true } : { content: text })),
				},
			},
		}),
	};
}

export function userIdOf({ accounts }: MemoryState, name: string): number {
	return accounts.find((account) => account.name === name)?.id ?? 0;
}

function serializeUser(
	state: MemoryState,
	revision: MemoryRevision,
	wants: { readonly user: boolean; readonly userid: boolean },
): Readonly<Record<string, unknown>> {
	if (revision.userHidden) return { userhidden: true };
	const { user } = revision;
	const userid = userIdOf(state, user);
	return {
		...(wants.user && { user }),
		...(userid === 0 && { anon: true }),
		...(wants.userid && { userid }),
	};
}

function formatOf(model: string): string {
	return { json: 'application/json', css: 'text/css', javascript: 'text/javascript' }[model] ?? 'text/x-wiki';
}
