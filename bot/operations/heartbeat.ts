import { readFile, rename, writeFile } from 'node:fs/promises';
import * as v from 'valibot';

const HEARTBEAT_SCHEMA = v.object({
	/** ISO 8601: when the cycle ended. */
	at: v.string(),
	/** When the next cycle is due, ISO 8601; null: unscheduled, a single run. */
	due: v.nullable(v.string()),
	/** Seconds between two cycles; null: a single run. */
	period: v.nullable(v.number()),
	/** The exit code of this cycle alone. */
	code: v.number(),
	host: v.string(),
	pid: v.number(),
	version: v.string(),
	/** The wiki's api.php. */
	wiki: v.string(),
});

/** Written after each cycle, so that other processes can check the bot's health. */
export type Heartbeat = Readonly<v.InferOutput<typeof HEARTBEAT_SCHEMA>>;

/** Null if it is missing or invalid. */
export async function readHeartbeat(file: string): Promise<Heartbeat | null> {
	try {
		const parsed = v.safeParse(HEARTBEAT_SCHEMA, JSON.parse(await readFile(file, 'utf8')));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

/** Atomic: readers never see a partial file. @throws Error if the file cannot be written */
export async function writeHeartbeat(file: string, heartbeat: Heartbeat): Promise<void> {
	const temporaryFile = `${file}.${process.pid}`;
	await writeFile(temporaryFile, `${JSON.stringify(heartbeat)}\n`);
	await rename(temporaryFile, file);
}

/** Tolerance in milliseconds for clock skew and a cycle's start. */
const GRACE_MS = 30_000;

/**
 * The bot's health. It is `stale` once two periods have passed since its last cycle.
 *
 * @param now ISO 8601
 * @param maxMinutes the maximum healthy age, instead of two periods
 */
export function assessHealth(
	heartbeat: Heartbeat | null,
	now: string,
	maxMinutes?: number,
): 'unknown' | 'healthy' | 'stale' {
	if (!heartbeat) return 'unknown';
	const maxAge = maxMinutes === undefined ? (heartbeat.period ?? Infinity) * 2 * 1000 : maxMinutes * 60_000;
	return Date.parse(now) - Date.parse(heartbeat.at) > maxAge + GRACE_MS ? 'stale' : 'healthy';
}

/** Another process that appears to run cycles on the same wiki, or null. */
export function findOtherBot(
	heartbeat: Heartbeat | null,
	self: { readonly pid: number; readonly host: string; readonly wiki: string },
	now: string,
): Heartbeat | null {
	if (heartbeat?.wiki !== self.wiki || heartbeat.due === null) return null;
	if (heartbeat.pid === self.pid && heartbeat.host === self.host) return null;
	return assessHealth(heartbeat, now) === 'healthy' ? heartbeat : null;
}
