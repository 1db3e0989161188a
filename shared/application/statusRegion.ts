import type { Range } from '../wikitext/scan.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';

const BEGIN_MARKER =
	'<!-- wikilearn:status begin. The bot writes what follows, anew each time: changes here are lost. -->';
const END_MARKER = '<!-- wikilearn:status end -->';

/** The region with its markers. */
export function writeStatusRegion(status: string): string {
	const inner = status.trim();
	return inner === '' ? `${BEGIN_MARKER}\n${END_MARKER}` : `${BEGIN_MARKER}\n${inner}\n${END_MARKER}`;
}

/** Which of the region's markers a comment is, if any. */
function readMarkerKind(comment: string): 'begin' | 'end' | null {
	const match = /^<!--\s*wikilearn:status (begin|end)\b[^]*-->$/.exec(comment);
	return match ? (match[1] as 'begin' | 'end') : null;
}

export type StatusRegion =
	/** `start` and `end` include both markers; `status` is the trimmed text between them. */
	| { readonly found: true; readonly start: number; readonly end: number; readonly status: string }
	| { readonly found: false; readonly reason: RegionProblem };
type RegionProblem = 'missing' | 'no-begin' | 'no-end' | 'wrong-order' | 'doubled';

/**
 * Finds the bot's status region on a page, or within a section of it. Markers count only as real comments, not inside
 * nowiki or other tags. Fails unless there is exactly one of each, in order.
 */
export function readStatusRegion(text: string, within: Range = { start: 0, end: text.length }): StatusRegion {
	const markers = scanWikitext(text)
		.comments.filter((comment) => comment.start >= within.start && comment.end <= within.end)
		.map((comment) => ({ ...comment, kind: readMarkerKind(text.slice(comment.start, comment.end)) }));
	const begins = markers.filter(({ kind }) => kind === 'begin');
	const ends = markers.filter(({ kind }) => kind === 'end');
	const [first, last] = [begins[0], ends[0]];
	if (begins.length > 1 || ends.length > 1) return { found: false, reason: 'doubled' };
	if (!first) return { found: false, reason: last ? 'no-begin' : 'missing' };
	if (!last) return { found: false, reason: 'no-end' };
	if (last.start < first.start) return { found: false, reason: 'wrong-order' };
	return { found: true, start: first.start, end: last.end, status: text.slice(first.end, last.start).trim() };
}

type StatusReplacement =
	| { readonly done: true; readonly text: string; readonly isChanged: boolean }
	/** `unfit-status`: the new status would break the region (it contains a marker, or an unclosed comment or tag). */
	| { readonly done: false; readonly reason: RegionProblem | 'unfit-status' };

/**
 * Replaces the status in a page's region and keeps everything else byte for byte. `changed: false` if the status is the
 * same. Does not touch a page without a valid region: the bot reports it.
 */
export function replaceStatusRegion(text: string, status: string, within?: Range): StatusReplacement {
	const region = readStatusRegion(text, within);
	if (!region.found) return { done: false, reason: region.reason };
	const newStatus = status.trim();
	if (region.status === newStatus) return { done: true, text, isChanged: false };
	const newText = text.slice(0, region.start) + writeStatusRegion(newStatus) + text.slice(region.end);
	const newRange = within && { start: within.start, end: within.end + newText.length - text.length };
	const writtenRegion = readStatusRegion(newText, newRange);
	if (!writtenRegion.found || writtenRegion.status !== newStatus)
		return { done: false, reason: 'unfit-status' };
	return { done: true, text: newText, isChanged: true };
}
