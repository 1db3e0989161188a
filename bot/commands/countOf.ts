/** `1 page`, `2 pages`: what commands say is English. */
export function countOf(count: number, thing: string): string {
	return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
