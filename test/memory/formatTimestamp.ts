/** A timestamp as MediaWiki formats it: ISO 8601 in UTC, whole seconds. */
export function formatTimestamp(milliseconds: number): string {
	return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
