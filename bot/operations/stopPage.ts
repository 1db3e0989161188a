/** What the stop page says by default; any other text stops every write. */
export const STOP_DEFAULT = 'Replace this text with a reason to stop the bot.';

/** The reason to stop, or null: go on. No page, or an empty one, is no reason. */
export function stopReason(text: string): string | null {
	const said = text.trim();
	return said === '' || said === STOP_DEFAULT ? null : said;
}
