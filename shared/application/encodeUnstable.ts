import { encodeEntity } from './encodeEntity.ts';

const longestRun = 32;

/**
 * MediaWiki saves pages in NFC. Characters that would change by that, alone or with what stands before them, are
 * encoded. Without tables of combining classes: a character stays if the run before it is stable with it; a run starts at a
 * character that never joins what stands before (up to U+02FF, ideographs) or after a reference. The runs are bounded, so the work grows with the text.
 */
export function encodeUnstable(text: string): string {
	// A value may stand right after its `=`, which U+0338 would turn into U+2260.
	if (`=${text}` === `=${text}`.normalize('NFC')) return text;
	let run = '=';
	return Array.from(text, (char) => {
		if (char < '\u0300' || (char >= '\u3400' && char <= '\u9fff')) run = '';
		const stays = run.length < longestRun && (run + char).normalize('NFC') === run + char;
		run = stays ? run + char : '';
		return stays ? char : encodeEntity(char);
	}).join('');
}
