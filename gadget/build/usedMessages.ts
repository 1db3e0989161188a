export type Messages = Readonly<Record<string, string>>;

/**
 * Finds the messages that a script uses: full keys, and prefixes ending in `-` that are completed at runtime
 * (`wikilearn-status-` + status).
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
