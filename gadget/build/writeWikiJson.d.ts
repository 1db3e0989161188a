/**
 * JSON as MediaWiki itself writes it (`JsonContent::beautifyJSON`), so that saving a JSON page changes nothing: tabs,
 * `{}` and `[]` in one line, and `<`, `>`, `&` and line separators escaped.
 */
export declare function writeWikiJson(value: unknown): string;
