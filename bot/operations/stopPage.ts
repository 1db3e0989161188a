/** The default text of the stop page; any other text stops all writes. */
export const STOP_PAGE_DEFAULT = 'Replace this text with a reason to stop the bot.';

/** The reason to stop, or null to continue. A missing or empty page does not stop the bot. */
export function readStopReason(text: string): string | null {
	const reason = text.trim();
	return reason === '' || reason === STOP_PAGE_DEFAULT ? null : reason;
}
