import {
	contactPatterns,
	hint,
	otherNumbers,
	veiledAt,
	veiledDot,
	type ContactDetail,
	type ContactPattern,
} from './contactPatterns.ts';
import { foldText } from './foldText.ts';
import { rewrite } from './rewrite.ts';

/**
 * Email addresses, phone numbers and messenger handles in a text that is going to be public, in order, without
 * overlaps. It errs on the side of asking: a person sees what was found and decides.
 */
export function findContactDetails(original: string): readonly ContactDetail[] {
	const folded = foldText(original);
	if (!hint.test(folded.text)) return [];
	const { text, origins } = rewrite(
		rewrite(folded, veiledAt, () => '@'),
		veiledDot,
		() => '.',
	);
	// Numbers and names in web addresses are revision ids and page titles. Same length, so that offsets hold.
	const withoutOthers = text.replace(otherNumbers, (found) => ' '.repeat(found.length));
	const found = contactPatterns.flatMap((one) => matches(one.inUrls ? text : withoutOthers, one));
	return withoutOverlaps(found).map(({ kind, start, end }) => {
		const from = origins?.[start] ?? start;
		const until = origins?.[end] ?? end;
		return { kind, start: from, end: until, text: original.slice(from, until) };
	});
}

type Found = Pick<ContactDetail, 'kind' | 'start' | 'end'>;

/** Each pattern has two groups: what must stand before (there is no look-behind in ES2016), and the detail. */
function matches(text: string, { kind, pattern, rejects }: ContactPattern): readonly Found[] {
	const found: Found[] = [];
	text.replace(pattern, (whole: string, before: string, detail: string, offset: number) => {
		const start = offset + before.length;
		if (!rejects?.test(detail)) found.push({ kind, start, end: start + detail.length });
		return whole;
	});
	return found;
}

function withoutOverlaps(found: readonly Found[]): readonly Found[] {
	const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: Found[] = [];
	for (const detail of sorted) {
		const last = kept[kept.length - 1];
		if (last === undefined || detail.start >= last.end) kept.push(detail);
	}
	return kept;
}
