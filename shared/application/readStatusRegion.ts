import type { Range } from '../wikitext/scan.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';
import { markerKind } from './statusRegion.ts';

export type StatusRegion =
	/** `start` and `end` take in both markers; `status` is what stands between them, trimmed. */
	| { readonly found: true; readonly start: number; readonly end: number; readonly status: string }
	| { readonly found: false; readonly why: 'missing' | 'no-begin' | 'no-end' | 'wrong-order' | 'doubled' };

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
