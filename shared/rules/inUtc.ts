/** An instant (ISO 8601) in UTC, in order as text. MediaWiki's are written so already, and there are many of them. */
export function inUtc(instant: string): string {
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(instant) ? instant : new Date(instant).toISOString();
}
