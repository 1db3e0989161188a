import { readFile, rename, writeFile } from 'node:fs/promises';
import * as v from 'valibot';

const HEARTBEAT_SCHEMA = v.object({
	/** ISO 8601: when the cycle ended. */
	at: v.string(),
	/** When the next cycle is due, ISO 8601; null: nobody knows, it ran once. */
	due: v.nullable(v.string()),
	/** Seconds between two cycles; null: it ran once. */
	period: v.nullable(v.number()),
	/** The exit code that the cycle alone would have had. */
	code: v.number(),
	host: v.string(),
	pid: v.number(),
	version: v.string(),
	/** The wiki's api.php. */
	wiki: v.string(),
});

/** What the bot leaves behind after each cycle, so that others can tell whether it lives. */
export type Heartbeat = Readonly<v.InferOutput<typeof HEARTBEAT_SCHEMA>>;

/** Null where there is none, or none that can be read. */
export async function readHeartbeat(file: string): Promise<Heartbeat | null> {
	try {
		const parsed = v.safeParse(HEARTBEAT_SCHEMA, JSON.parse(await readFile(file, 'utf8')));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

/** In one go, so that nobody ever reads half of it. @throws Error where the file cannot be written */
export async function writeHeartbeat(file: string, heartbeat: Heartbeat): Promise<void> {
	const temporaryFile = `${file}.${process.pid}`;
	await writeFile(temporaryFile, `${JSON.stringify(heartbeat)}\n`);
	await rename(temporaryFile, file);
}

/** Milliseconds that a clock may be off, or a cycle may take to start. */
const GRACE_MS = 30_000;

/**
 * Whether the bot lives. It is `stale` once two periods have passed since its last cycle.
 *
 * @param now ISO 8601
 * @param maxMinutes the age that is still well, instead of two periods
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

/** Another process that seems to run cycles on the same wiki, or null. */
export function findOtherBot(
	heartbeat: Heartbeat | null,
	self: { readonly pid: number; readonly host: string; readonly wiki: string },
	now: string,
): Heartbeat | null {
	if (heartbeat?.wiki !== self.wiki || heartbeat.due === null) return null;
	if (heartbeat.pid === self.pid && heartbeat.host === self.host) return null;
	return assessHealth(heartbeat, now) === 'healthy' ? heartbeat : null;
}
