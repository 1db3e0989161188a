import { fileURLToPath } from 'node:url';
import type { Wiki } from '../../wiki/wiki.ts';

/** Renames an account, as a steward would. */
export async function renameUser(wiki: Wiki, from: string, to: string): Promise<void> {
	await wiki.maintenance(fileURLToPath(new URL('renameUser.php', import.meta.url)), [from, to]);
}
