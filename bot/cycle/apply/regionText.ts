import {
	readStatusRegion,
	replaceStatusRegion,
	statusRegion,
} from '../../../shared/application/statusRegion.ts';

/**
 * The page with our region saying this; what stands outside of it stays as it is. A region that was removed comes
 * back at the page's end.
 *
 * @param kept other people's text that stands in the region: it goes below it
 * @returns null where the page's markers are so muddled, or its end so open, that a person must mend it
 */
export function regionText(present: string, status: string, kept: string): string | null {
	const replaced = replaceStatusRegion(present, status);
	if (replaced.done) return kept === '' ? replaced.text : below(replaced.text, kept);
	if (replaced.why !== 'missing') return null;
	const above = present.trim() === '' ? '' : `${present.trimEnd()}\n\n`;
	const written = `${above}${statusRegion(status)}\n`;
	// Below a comment or a tag that nobody closed, nobody would see it, and we not find it again.
	const region = readStatusRegion(written);
	return region.found && region.start === above.length ? written : null;
}

function below(text: string, kept: string): string {
	const region = readStatusRegion(text);
	const end = region.found ? region.end : text.length;
	return `${text.slice(0, end)}\n\n${kept}\n${text.slice(end)}`;
}
