const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-](\d\d):(\d\d))?$/;

/**
 * Why this is no instant, in English, or null: ISO 8601 with its offset from UTC, of a day that exists. `Date.parse`
 * alone is too kind: it takes 30 February, and times without offset as the reader's own.
 */
export function instantProblem(text: string): string | null {
	const parts = shape.exec(text);
	if (!parts) return 'Write year-month-dayThour:minute:second and the offset from UTC.';
	if (parts[7] === undefined) {
		return 'The offset from UTC is missing at the end, for example Z, +05:30 or -12:00.';
	}
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(number);
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return 'There is no such day.';
	if (hour > 23 || minute > 59 || second > 59) return 'There is no such time; midnight is 00:00:00.';
	if (number(parts[8]) * 60 + number(parts[9]) > 14 * 60 || number(parts[9]) > 59) {
		return 'There is no such offset; they go from -12:00 to +14:00.';
	}
	return null;
}

function number(digits: string | undefined): number {
	return Number(digits ?? 0);
}

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
