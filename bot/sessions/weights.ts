/** A set of people, by their numbers, eight in a byte. */
export type People = Uint8Array;

/** Adds up the weights of those in a set who are not in the other one. */
export type Weigh = (people: People, without: People) => number;

/** A byte at a time. @param weights how many people each number stands for */
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
	return (people, without) => {
		let sum = 0;
		for (let byte = 0; byte < bytes; byte++) {
			const left = (people[byte] ?? 0) & ~(without[byte] ?? 0);
			if (left !== 0) sum += sums[byte * 256 + left] ?? 0;
		}
		return sum;
	};
}
