import { readerLanguage, msg } from './msg.ts';

/** A valid `Intl` language tag for the reader's MediaWiki language code; the browser's own if there is none. */
function intlLocale(): string | undefined {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf([readerLanguage()])[0];
	} catch {
		return undefined;
	}
}

/** Formats an instant (ISO 8601) in the reader's time zone, and in UTC (the wiki's time) if they differ. */
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

/** The name of a weekday, from 0 for Monday. */
export function formatWeekday(day: number, width: 'long' | 'short' | 'narrow'): string {
	// 1 January 2024 was a Monday.
	const date = new Date(Date.UTC(2024, 0, 1 + day));
	return new Intl.DateTimeFormat(intlLocale(), { weekday: width, timeZone: 'UTC' }).format(date);
}

/** A language's name in the reader's language, or its code. */
export function formatLanguage(code: string): string {
	return formatDisplayName('language', code);
}

/** The browser's time zone, for example `Africa/Accra`. */
export function browserTimeZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

interface DisplayNames {
	of(code: string): string | undefined;
}

/** Browsers without `Intl.DisplayNames` show codes: it is newer than ES2019. */
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
