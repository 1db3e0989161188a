/** How much an hour suits. */
export type Wish = 'rather' | 'can';
/** By day (0: Monday) and hour (0–23): `wishes[day][hour]`; null where there is none. */
export type Wishes = readonly (readonly (Wish | null)[])[];

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOURS = 24;

/** Availability as it stands on the page, a line a day: `Mon: 18-20 rather, 20-22 can`. */
export function writeAvailability(wishes: Wishes): string {
	return DAYS.map((day, index) => [day, rangesOf(wishes[index] ?? [])] as const)
		.filter(([, ranges]) => ranges.length > 0)
		.map(([day, ranges]) => `${day}: ${ranges.join(', ')}`)
		.join('\n');
}

/** The inverse; what it does not understand is left out. */
export function readAvailability(text: string): Wishes {
	const wishes = DAYS.map(() => Array.from({ length: HOURS }, (): Wish | null => null));
	for (const line of text.split('\n')) {
		const [day = '', ranges = ''] = line.split(':');
		const row = wishes[DAYS.indexOf(day.trim())];
		for (const [, from, to, wish] of matches(/(\d+)-(\d+) (rather|can)/g, ranges)) {
			row?.fill(wish === 'rather' ? 'rather' : 'can', Number(from), Number(to));
		}
	}
	return wishes;
}

function rangesOf(hours: readonly (Wish | null)[]): readonly string[] {
	const ranges: string[] = [];
	let from = 0;
	for (let hour = 1; hour <= HOURS; hour++) {
		const wish = hours[from] ?? null;
		if (hour < HOURS && (hours[hour] ?? null) === wish) continue;
		if (wish !== null) ranges.push(`${from}-${hour} ${wish}`);
		from = hour;
	}
	return ranges;
}

function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
	return found;
}
