import { diffArrays } from 'diff';

interface Change {
	/** The replaced lines of the base: from (inclusive), to (exclusive). */
	readonly from: number;
	readonly to: number;
	readonly lines: readonly string[];
}

/** Merges two changes of one text by lines, like GNU diff3; null if they touch. */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
	const lines = splitLines(base);
	const ours = diffLines(lines, splitLines(mine));
	const others = diffLines(lines, splitLines(theirs));
	const all = [...ours, ...others.filter((change) => !ours.some((other) => isSame(change, other)))];
	all.sort((a, b) => a.from - b.from || a.to - b.to);
	const merged: string[] = [];
	let at = 0;
	for (const [index, { from, to, lines: put }] of all.entries()) {
		const before = all[index - 1];
		if (before && from <= before.to) return null;
		merged.push(...lines.slice(at, from), ...put);
		at = to;
	}
	merged.push(...lines.slice(at));
	return merged.join('\n').trimEnd();
}

function splitLines(text: string): string[] {
	return text.trimEnd().split('\n');
}

function isSame(a: Change, b: Change): boolean {
	return a.from === b.from && a.to === b.to && a.lines.join('\n') === b.lines.join('\n');
}

function diffLines(from: string[], to: string[]): readonly Change[] {
	const changes: Change[] = [];
	let at = 0;
	let removed = 0;
	let added: readonly string[] = [];
	const flush = (): void => {
		if (removed > 0 || added.length > 0) changes.push({ from: at - removed, to: at, lines: added });
		removed = 0;
		added = [];
	};
	for (const part of diffArrays(from, to)) {
		if (part.added) {
			added = part.value;
		} else if (part.removed) {
			removed = part.value.length;
			at += removed;
		} else {
			flush();
			at += part.value.length;
		}
	}
	flush();
	return changes;
}
