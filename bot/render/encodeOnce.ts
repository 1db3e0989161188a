import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';

/** Longer ones, notes and headings from pages, are not said again. */
const LONGEST = 100;
/** Names and titles are remembered as well, in vain: after so many texts it begins anew. */
const MOST = 5000;

const known = new Map<string, string>();

/** `encodeAnswer`, done once for what pages say ten thousand times: states, verdicts, labels, what things were judged by. */
export function encodeOnce(text: string): string {
	if (text.length > LONGEST) return encodeAnswer(text);
	const before = known.get(text);
	if (before !== undefined) return before;
	if (known.size >= MOST) known.clear();
	const encoded = encodeAnswer(text);
	known.set(text, encoded);
	return encoded;
}
