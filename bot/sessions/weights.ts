/** A set of people, by their numbers, eight in a byte. */
export type People = Uint8Array;

/** Adds up the weights of a set's members, a byte at a time. */
export type Weigh = (people: People) => number;

/** @param weights how many people each number stands for */
export function weighing(weights: readonly number[]): Weigh {
	const bytes = Math.ceil(weights.length / 8);
	const sums = new Float64Array(bytes * 256);
	for (let byte = 0; byte < bytes; byte++) {
		for (let value = 1; value < 256; value++) {
			const bit = 31 - Math.clz32(value & -value);
			const rest = sums[byte * 256 + (value & (value - 1))] ?? 0;
			sums[byte * 256 + value] = rest + (weights[byte * 8 + bit] ?? 0);
		}
	}
	return (people) => {
		let sum = 0;
		for (let byte = 0; byte < bytes; byte++) sum += sums[byte * 256 + (people[byte] ?? 0)] ?? 0;
		return sum;
	};
}
