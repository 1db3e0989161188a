import type { Programme } from '../../shared/programme/schema.ts';
import { isRecord } from '../isRecord.ts';

/** ResourceLoader's `require`: reads a file of the same `package` gadget. */
declare function require(file: string): unknown;

/**
 * Loads the programme, which is part of the gadget's module. Only checks its basic shape, because deployment validates it
 * and only interface administrators can change it afterwards: full validation needs more code than the form itself.
 * Returns null if it is not a programme; an invalid course leaves its mount unchanged.
 */
export function loadProgramme(): Programme | null {
	const json = require('./wikilearn-programme.json');
	return isProgramme(json) ? json : null;
}

function isProgramme(json: unknown): json is Programme {
	return isRecord(json) && Array.isArray(json.courses) && isRecord(json.contact);
}
