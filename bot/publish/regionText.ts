import { replaceStatusRegion } from '../../shared/application/replaceStatusRegion.ts';
import { statusRegion } from '../../shared/application/statusRegion.ts';

/**
 * The page with our region saying this; what stands outside of it stays as it is. A region that was removed comes
 * back at the page's end.
 *
 * @returns null where the page's markers are so muddled that a person must mend them
 */
export function regionText(present: string, status: string): string | null {
	const replaced = replaceStatusRegion(present, status);
	if (replaced.done) return replaced.text;
	if (replaced.why !== 'missing') return null;
	return present.trim() === ''
		? `${statusRegion(status)}\n`
		: `${present.trimEnd()}\n\n${statusRegion(status)}\n`;
}
