import type { Range } from '../wikitext/scan.ts';
import { readStatusRegion } from './readStatusRegion.ts';
import { statusRegion } from './statusRegion.ts';

export type StatusReplacement =
	| { readonly done: true; readonly text: string; readonly changed: boolean }
	/** `unfit-status`: the new status would break the region (a marker, an unclosed comment or tag in it). */
	| {
			readonly done: false;
			readonly why: 'missing' | 'no-begin' | 'no-end' | 'wrong-order' | 'doubled' | 'unfit-status';
	  };

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
