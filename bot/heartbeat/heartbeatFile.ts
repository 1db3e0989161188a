import { readFile, rename, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Heartbeat } from './heartbeat.ts';

const schema = v.object({
	at: v.string(),
	due: v.nullable(v.string()),
	period: v.nullable(v.number()),
	code: v.number(),
	host: v.string(),
	pid: v.number(),
	version: v.string(),
	wiki: v.string(),
});

/** Null where there is none, or none that can be read. */
export async function readHeartbeat(file: string): Promise<Heartbeat | null> {
	try {
		const parsed = v.safeParse(schema, JSON.parse(await readFile(file, 'utf8')));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

/** In one go, so that nobody ever reads half of it. @throws Error where the file cannot be written */
export async function writeHeartbeat(file: string, heartbeat: Heartbeat): Promise<void> {
	const draft = `${file}.${process.pid}`;
	await writeFile(draft, `${JSON.stringify(heartbeat)}\n`);
	await rename(draft, file);
}
