/** What the stop page says by default; any other text stops every write. */
export const STOP_PAGE_DEFAULT = 'Replace this text with a reason to stop the bot.';

/** The reason to stop, or null: go on. No page, or an empty one, is no reason. */
export function readStopReason(text: string): string | null {
	const reason = text.trim();
	return reason === '' || reason === STOP_PAGE_DEFAULT ? null : reason;
}
