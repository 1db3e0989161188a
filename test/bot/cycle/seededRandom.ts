/** Reproducible chance (mulberry32). */
export class SeededRandom {
	constructor(private state: number) {}

	/** From 0 up to but not including 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	pick<T>(items: readonly [T, ...T[]]): T {
		return items[Math.floor(this.next() * items.length)] ?? items[0];
	}

	chance(share: number): boolean {
		return this.next() < share;
	}
}
