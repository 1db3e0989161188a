/** A message in words, in one language. An unknown key gives `⧼key⧽`. */
export type Translate = (key: string, ...params: readonly (string | number)[]) => string;

/** The messages of a language (a MediaWiki language code), with its fallbacks. */
export type TranslateInto = (language: string) => Translate;
