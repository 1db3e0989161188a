export type Messages = Readonly<Record<string, string>>;

/**
 * The messages that a script names: a key in full, or the beginning of a key that ends in `-` and is completed when it
 * runs (`wikilearn-status-` + status).
 */
export function usedMessages(script: string, messages: Messages): Messages {
	const named = new Set(script.match(/wikilearn-[a-z0-9-]+/g) ?? []);
	const beginnings = [...named].filter((key) => key.endsWith('-'));
	return Object.fromEntries(
		Object.entries(messages).filter(
			([key]) => named.has(key) || beginnings.some((beginning) => key.startsWith(beginning)),
		),
	);
}
