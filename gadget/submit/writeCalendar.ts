interface CalendarEvent {
	/** Globally unique, for example the page's URL. */
	readonly uid: string;
	/** ISO 8601. */
	readonly at: string;
	readonly summary: string;
	readonly url: string;
}

/** Writes a calendar file (RFC 5545) with events without duration. @param now ISO 8601, the time of creation */
export function writeCalendar(events: readonly CalendarEvent[], now: string): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//WikiLearn applications//EN',
		...events.reduce<readonly string[]>((all, event) => [...all, ...eventLines(event, now)], []),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines({ uid, at, summary, url }: CalendarEvent, now: string): readonly string[] {
	return [
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`DTSTAMP:${formatTimestamp(now)}`,
		`DTSTART:${formatTimestamp(at)}`,
		`SUMMARY:${escapeText(summary)}`,
		`URL:${url}`,
		'END:VEVENT',
	];
}

/** `20210118T120000Z` */
function formatTimestamp(instant: string): string {
	return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escapeText(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Limits lines to 75 bytes: continues longer ones after a line break and a space, without splitting characters. */
function foldLine(line: string): string {
	let folded = '';
	let length = 0;
	for (const char of Array.from(line)) {
		const bytes = new TextEncoder().encode(char).length;
		if (length + bytes > 74) {
			folded += '\r\n ';
			length = 1;
		}
		folded += char;
		length += bytes;
	}
	return folded;
}
