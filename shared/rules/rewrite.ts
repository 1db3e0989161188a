/** A text, and where in the original its characters come from. */
export interface Rewritten {
	readonly text: string;
	/** The original offset of each character, and of the end. Null: nothing has moved. */
	readonly origins: readonly number[] | null;
}

/** Replaces the matches of a global pattern without groups, and keeps track of the original offsets. */
export function rewrite(before: Rewritten, pattern: RegExp, replace: (found: string) => string): Rewritten {
	const { text, origins } = before;
	if (text.search(pattern) < 0) return before;
	const moved: number[] = [];
	let end = 0;
	const keepUntil = (offset: number): void => {
		for (; end < offset; end++) moved.push(origins?.[end] ?? end);
	};
	const rewritten = text.replace(pattern, (found: string, offset: number) => {
		keepUntil(offset);
		const replaced = replace(found);
		moved.push(...replaced.split('').map(() => origins?.[offset] ?? offset));
		end = offset + found.length;
		return replaced;
	});
	keepUntil(text.length + 1);
	return { text: rewritten, origins: moved };
}
