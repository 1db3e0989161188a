import type { Range } from '../wikitext/scan.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';

const begin =
	'<!-- wikilearn:status begin. The bot writes what follows, anew each time: changes here are lost. -->';
const end = '<!-- wikilearn:status end -->';

/** The region with its markers. */
export function statusRegion(status: string): string {
	const inner = status.trim();
	return inner === '' ? `${begin}\n${end}` : `${begin}\n${inner}\n${end}`;
}

/** Whether a comment is one of the region's markers. */
function markerKind(comment: string): 'begin' | 'end' | null {
	const match = /^<!--\s*wikilearn:status (begin|end)\b[^]*-->$/.exec(comment);
	return match ? (match[1] as 'begin' | 'end') : null;
}

export type StatusRegion =
	/** `start` and `end` take in both markers; `status` is what stands between them, trimmed. */
	| { readonly found: true; readonly start: number; readonly end: number; readonly status: string }
	| { readonly found: false; readonly why: NoRegion };
type NoRegion = 'missing' | 'no-begin' | 'no-end' | 'wrong-order' | 'doubled';

/**
 * The bot's status region on a page, or within a section of it. Markers count only as real comments: not inside
 * nowiki or other tags. Where there is not exactly one of each, in order, the outcome says so.
 */
export function readStatusRegion(text: string, within: Range = { start: 0, end: text.length }): StatusRegion {
	const markers = scanWikitext(text)
		.comments.filter((comment) => comment.start >= within.start && comment.end <= within.end)
		.map((comment) => ({ ...comment, kind: markerKind(text.slice(comment.start, comment.end)) }));
	const begins = markers.filter(({ kind }) => kind === 'begin');
	const ends = markers.filter(({ kind }) => kind === 'end');
	const [first, last] = [begins[0], ends[0]];
	if (begins.length > 1 || ends.length > 1) return { found: false, why: 'doubled' };
	if (!first) return { found: false, why: last ? 'no-begin' : 'missing' };
	if (!last) return { found: false, why: 'no-end' };
	if (last.start < first.start) return { found: false, why: 'wrong-order' };
	return { found: true, start: first.start, end: last.end, status: text.slice(first.end, last.start).trim() };
}

export type StatusReplacement =
	| { readonly done: true; readonly text: string; readonly changed: boolean }
	/** `unfit-status`: the new status would break the region (a marker, an unclosed comment or tag in it). */
	| { readonly done: false; readonly why: NoRegion | 'unfit-status' };

/**
 * The page with a new status in its region, and everything outside of it byte for byte as it was. `changed: false`
 * where the status is there already. A page without a sound region is not touched: the bot reports it.
 */
export function replaceStatusRegion(text: string, status: string, within?: Range): StatusReplacement {
	const region = readStatusRegion(text, within);
	if (!region.found) return { done: false, why: region.why };
	const wanted = status.trim();
	if (region.status === wanted) return { done: true, text, changed: false };
	const written = text.slice(0, region.start) + statusRegion(wanted) + text.slice(region.end);
	const grown = within && { start: within.start, end: within.end + written.length - text.length };
	const check = readStatusRegion(written, grown);
	if (!check.found || check.status !== wanted) return { done: false, why: 'unfit-status' };
	return { done: true, text: written, changed: true };
}
