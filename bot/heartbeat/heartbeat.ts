/** What the bot leaves behind after each cycle, so that others can tell whether it lives. */
export interface Heartbeat {
	/** ISO 8601: when the cycle ended. */
	readonly at: string;
	/** When the next cycle is due, ISO 8601; null: nobody knows, it ran once. */
	readonly due: string | null;
	/** Seconds between two cycles; null: it ran once. */
	readonly period: number | null;
	/** The exit code that the cycle alone would have had. */
	readonly code: number;
	readonly host: string;
	readonly pid: number;
	readonly version: string;
	/** The wiki's api.php. */
	readonly wiki: string;
}
