import { readProgramme } from '../../shared/programme/readProgramme.ts';
import type { Programme } from '../../shared/programme/schema.ts';

/** ResourceLoader's: reads a file of the same `package` gadget. */
declare function require(file: string): unknown;

/** The programme, which travels inside the gadget's module; null where its page does not validate. */
export function loadProgramme(): Programme | null {
	const read = readProgramme(require('./wikilearn-programme.json'));
	return read.ok ? read.programme : null;
}
