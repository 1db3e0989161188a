import type { Author } from '../wiki/revision.ts';

/**
 * Whether an account is behind an author. IP addresses and names from an import have the user id 0; temporary accounts
 * (`~2026-12345`) have an id, but nobody can log in to them again: they cannot be told anything.
 */
export function hasAccount({ id, name }: Author): boolean {
	return id !== 0 && !/^~\d/.test(name);
}
