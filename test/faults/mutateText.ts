import type { SeededRandom } from '../bot/cycle/seededRandom.ts';

/** Applies one to six random mutations, accidental or malicious: cut, duplicate, move, truncate, insert. */
export function mutateText(text: string, bits: readonly [string, ...string[]], random: SeededRandom): string {
	let mutated = text;
	for (let remaining = 1 + Math.floor(random.next() * 6); remaining > 0; remaining--)
		mutated = mutateOnce(mutated, bits, random);
	return mutated;
}

function mutateOnce(text: string, bits: readonly [string, ...string[]], random: SeededRandom): string {
	const [start, end] = pickTwoPositions(text, random);
	const before = text.slice(0, start);
	const middle = text.slice(start, end);
	const after = text.slice(end);
	switch (random.pick(['cut', 'double', 'move', 'break off', 'put in', 'put in', 'put in many', 'replace'])) {
		case 'cut':
			return before + after;
		case 'double':
			return before + middle + middle + after;
		case 'move':
			return before + after + middle;
		case 'break off':
			return before;
		case 'put in many':
			return before + random.pick(bits).repeat(1 + Math.floor(random.next() * 300)) + middle + after;
		case 'replace':
			return before + random.pick(bits) + after;
		default:
			return before + random.pick(bits) + middle + after;
	}
}

/** Mostly close together: the loss of half a page is detected too easily. */
function pickTwoPositions(text: string, random: SeededRandom): readonly [number, number] {
	const start = Math.floor(random.next() * (text.length + 1));
	const length = random.chance(0.7) ? random.next() * 20 : random.next() * (text.length - start);
	return [start, Math.min(text.length, start + Math.floor(length))];
}
