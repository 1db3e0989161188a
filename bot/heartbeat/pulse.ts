import type { Heartbeat } from './heartbeat.ts';

/** Milliseconds that a clock may be off, or a cycle may take to start. */
const GRACE = 30_000;

/**
 * Whether the bot lives. It is `late` once two periods have passed since its last cycle.
 *
 * @param now ISO 8601
 * @param mostMinutes the age that is still well, instead of two periods
 */
export function pulseOf(
	heartbeat: Heartbeat | null,
	now: string,
	mostMinutes?: number,
): 'none' | 'well' | 'late' {
	if (!heartbeat) return 'none';
	const most = mostMinutes === undefined ? (heartbeat.period ?? Infinity) * 2 * 1000 : mostMinutes * 60_000;
	return Date.parse(now) - Date.parse(heartbeat.at) > most + GRACE ? 'late' : 'well';
}

/** Another process that seems to run cycles on the same wiki, or null. */
export function otherBot(
	heartbeat: Heartbeat | null,
	self: { readonly pid: number; readonly host: string; readonly wiki: string },
	now: string,
): Heartbeat | null {
	if (heartbeat?.wiki !== self.wiki || heartbeat.due === null) return null;
	if (heartbeat.pid === self.pid && heartbeat.host === self.host) return null;
	return pulseOf(heartbeat, now) === 'well' ? heartbeat : null;
}
