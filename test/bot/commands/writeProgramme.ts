import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripIds } from '../../programmeIds.ts';
import { createPilotAt } from '../../demo/startDemoWiki.ts';

/** The pilot with dates around today, as a file to deploy. */
export async function writeProgramme(folder: string): Promise<string> {
	const file = join(folder, 'programme.json');
	await writeFile(file, JSON.stringify(stripIds(createPilotAt(new Date().toISOString())), null, '\t'));
	return file;
}
