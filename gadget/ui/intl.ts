import { readerLanguage, msg } from './msg.ts';

/** A language tag that `Intl` takes, made of a MediaWiki code; the browser's own where it knows none. */
function intlLocale(): string | undefined {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf([readerLanguage()])[0];
	} catch {
		return undefined;
	}
}

/** An instant (ISO 8601) in the reader's time zone, with UTC (the wiki's own time) beside it where that is another. */
export function formatDateTime(instant: string): string {
	const date = new Date(instant);
	const localTime = new Intl.DateTimeFormat(intlLocale(), {
		weekday: 'short',
		year: 'numeric',
		month: 'long',
		day: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		timeZoneName: 'short',
	}).format(date);
	if (date.getTimezoneOffset() === 0) return localTime;
	const utcTime = new Intl.DateTimeFormat(intlLocale(), {
		month: 'short',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZone: 'UTC',
	}).format(date);
	return msg('wikilearn-form-time', localTime, utcTime);
}

/** The name of a day of the week, 0: Monday. */
export function formatWeekday(day: number, width: 'long' | 'short' | 'narrow'): string {
	// The first of January 2024 was a Monday.
	const date = new Date(Date.UTC(2024, 0, 1 + day));
	return new Intl.DateTimeFormat(intlLocale(), { weekday: width, timeZone: 'UTC' }).format(date);
}

/** The name of a language in the reader's language, or its code. */
export function formatLanguage(code: string): string {
	return formatDisplayName('language', code);
}

/** The browser's time zone, e.g. `Africa/Accra`. */
export function browserTimeZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

interface DisplayNames {
	of(code: string): string | undefined;
}

/** `Intl.DisplayNames` is younger than ES2019: where it is missing, codes are shown. */
function formatDisplayName(type: string, code: string): string {
	const { DisplayNames } = Intl as unknown as {
		readonly DisplayNames?: new (locales: string[], options: { type: string }) => DisplayNames;
	};
	try {
		return (DisplayNames && new DisplayNames([intlLocale() ?? 'en'], { type }).of(code)) ?? code;
	} catch {
		return code;
	}
}
