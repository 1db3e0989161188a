export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** `rather`: preferred. `can`: possible. */
type Preference = 'can' | 'rather';
const PREFERENCES: readonly Preference[] = ['can', 'rather'];

/** A weekly period in the applicant's time zone, in half hours since midnight: 0 to 48, `to` exclusive. */
interface FreeTime {
	readonly day: Weekday;
	readonly from: number;
	readonly to: number;
	readonly preference: Preference;
}

/** In the order of the week, without overlaps. Adjacent periods with the same preference are merged. */
export type Availability = readonly FreeTime[];

/** `mon can 09:00-12:00, rather 18:00-20:00; tue rather 09:00-12:30`. */
export function writeAvailability(availability: Availability): string {
	const times = mergeTimes(availability);
	return WEEKDAYS.map((day) => ({ day, dayTimes: times.filter((time) => time.day === day) }))
		.filter(({ dayTimes }) => dayTimes.length > 0)
		.map(({ day, dayTimes }) => `${day} ${dayTimes.map(formatTime).join(', ')}`)
		.join('; ');
}

/** Parses the output of `writeAvailability` or a hand-written text in that format; null if any part is invalid. */
export function readAvailability(text: string): Availability | null {
	const times: FreeTime[] = [];
	for (const dayText of text.toLowerCase().split(/[;\n]/)) {
		const words = /^\s*([a-z]{3})[a-z]*:?\s+(\S[^]*)$/.exec(dayText);
		const day = WEEKDAYS.find((name) => name === words?.[1]);
		if (dayText.trim() === '') continue;
		if (!day || !words) return null;
		let preference: Preference = 'can';
		for (const part of (words[2] ?? '').split(',')) {
			const match = /^\s*(?:(can|rather)\s+)?(\d\d?):([03]0)\s*[-\u2013]\s*(\d\d?):([03]0)\s*$/.exec(part);
			if (!match) return null;
			preference = PREFERENCES.find((name) => name === match[1]) ?? preference;
			const from = toHalfHours(match[2], match[3]);
			const to = toHalfHours(match[4], match[5]);
			if (from >= to || to > 48) return null;
			times.push({ day, from, to, preference });
		}
	}
	return mergeTimes(times);
}

function toHalfHours(hours: string | undefined, minutes: string | undefined): number {
	return Number(hours) * 2 + (minutes === '30' ? 1 : 0);
}

function formatTime(time: FreeTime): string {
	return `${time.preference} ${formatClock(time.from)}-${formatClock(time.to)}`;
}

function formatClock(halfHour: number): string {
	const hours = halfHour >> 1;
	return `${hours < 10 ? '0' : ''}${hours}:${halfHour % 2 ? '30' : '00'}`;
}

/** Merges cell by cell to resolve overlaps: `rather` wins. */
function mergeTimes(times: readonly FreeTime[]): Availability {
	const cells = new Array<Preference | undefined>(WEEKDAYS.length * 48);
	for (const { day, from, to, preference } of times) {
		const midnight = WEEKDAYS.indexOf(day) * 48;
		for (let cell = midnight + Math.max(0, from); cell < midnight + Math.min(48, to); cell++) {
			if (cells[cell] !== 'rather') cells[cell] = preference;
		}
	}
	const merged: FreeTime[] = [];
	cells.forEach((preference, cell) => {
		if (!preference) return;
		const day = WEEKDAYS[Math.floor(cell / 48)] ?? 'mon';
		const from = cell % 48;
		const previous = merged[merged.length - 1];
		if (previous?.day === day && previous.to === from && previous.preference === preference) {
			merged[merged.length - 1] = { ...previous, to: from + 1 };
		} else {
			merged.push({ day, from, to: from + 1, preference });
		}
	});
	return merged;
}
