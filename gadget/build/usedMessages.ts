export type Messages = Readonly<Record<string, string>>;

/**
 * The messages that a script names: a key in full, or the beginning of a key that ends in `-` and is completed when it
 * runs (`wikilearn-status-` + status).
 */
export function findUsedMessages(script: string, messages: Messages): Messages {
	const candidates = new Set(script.match(/wikilearn-[a-z0-9-]+/g) ?? []);
	const prefixes = [...candidates].filter((key) => key.endsWith('-'));
	return Object.fromEntries(
		Object.entries(messages).filter(
			([key]) => candidates.has(key) || prefixes.some((prefix) => key.startsWith(prefix)),
		),
	);
}
