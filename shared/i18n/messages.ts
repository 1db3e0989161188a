/** The texts of one language, as in its file here. */
export interface Messages {
	/** MediaWiki's code of the language, e.g. `pt-br`. */
	readonly language: string;
	/** By key; `@metadata` is no text. */
	readonly texts: Readonly<Record<string, unknown>>;
}
