import type { Facts } from './facts.ts';

/** Why nobody would answer from an account, or null: blocked for good, or locked on all wikis. */
export function barredOf({ local, global }: Facts): 'blocked' | 'locked' | null {
	if (global.known && global.value.exists && global.value.locked) return 'locked';
	const block = local.known ? local.value.block : null;
	return block?.extent === 'sitewide' && block.expires === null ? 'blocked' : null;
}
