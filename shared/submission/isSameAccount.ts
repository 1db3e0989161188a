import type { Change } from './change.ts';

/** By user id. An IP address (id 0) is its name; a hidden user is nobody's equal, not even their own. */
export function isSameAccount(a: Change, b: Change): boolean {
	if (!a.user || !b.user) return a.revid === b.revid;
	return a.user.id === b.user.id && (a.user.id !== 0 || a.user.name === b.user.name);
}
