import type { Programme } from '../../shared/programme/schema.ts';
import { isRecord } from '../isRecord.ts';

/** ResourceLoader's: reads a file of the same `package` gadget. */
declare function require(file: string): unknown;

/**
 * The programme, which travels inside the gadget's module. It was checked in full when it was deployed, and only
 * interface administrators can change it since: a full check here would cost every reader more than the form itself.
 * What is not even a programme gives null; a course that cannot be shown leaves its mount as it is.
 */
export function loadProgramme(): Programme | null {
	const json = require('./wikilearn-programme.json');
	return isProgramme(json) ? json : null;
}

function isProgramme(json: unknown): json is Programme {
	return isRecord(json) && Array.isArray(json.courses) && isRecord(json.contact);
}
