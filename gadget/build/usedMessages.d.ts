export type Messages = Readonly<Record<string, string>>;
/**
 * The messages that a script names: a key in full, or the beginning of a key that ends in `-` and is completed when it
 * runs (`wikilearn-status-` + status).
 */
export declare function usedMessages(script: string, messages: Messages): Messages;
