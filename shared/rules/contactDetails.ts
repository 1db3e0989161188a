import type { ContactDetail } from './contactDetail.ts';
import { contactPatterns, hint, type ContactPattern } from './contactPatterns.ts';

const URLS = /https?:\/\/[^\s<>"]{1,2000}/gi;

/**
 * Email addresses, phone numbers and messenger handles in a text that is going to be public, in order, without
 * overlaps. It errs on the side of asking: a person sees what was found and decides.
 */
export function findContactDetails(text: string): readonly ContactDetail[] {
	if (!hint.test(text)) return [];
	// Numbers and names in web addresses are revision ids and page titles. Same length, so that offsets hold.
	const withoutUrls = text.includes('://') ? text.replace(URLS, (url) => ' '.repeat(url.length)) : text;
	return withoutOverlaps(contactPatterns.flatMap((one) => matches(one.inUrls ? text : withoutUrls, one)));
}

/** Each pattern has two groups: what must stand before (there is no look-behind in ES2016), and the detail. */
function matches(text: string, { kind, pattern, rejects }: ContactPattern): readonly ContactDetail[] {
	const found: ContactDetail[] = [];
	text.replace(pattern, (whole: string, before: string, detail: string, offset: number) => {
		const start = offset + before.length;
		if (!rejects?.test(detail)) found.push({ kind, start, end: start + detail.length, text: detail });
		return whole;
	});
	return found;
}

function withoutOverlaps(found: readonly ContactDetail[]): readonly ContactDetail[] {
	const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: ContactDetail[] = [];
	for (const detail of sorted) {
		const last = kept[kept.length - 1];
		if (last === undefined || detail.start >= last.end) kept.push(detail);
	}
	return kept;
}
