/** A line of `MediaWiki:Gadgets-definition`. */
export interface Definition {
	/** The gadget's name; its module is `ext.gadget.NAME`. */
	readonly name: string;
	/** Its pages, without `Gadget-`. */
	readonly files: readonly string[];
	/** The module names it depends on. */
	readonly dependencies: readonly string[];
}
/** Reads definition lines as the Gadgets extension does. Other lines (headings) are left out. */
export declare function readDefinitions(text: string): readonly Definition[];
/** The languages' line, written once with `LANGUAGE`, for each of them. */
export declare function expandLanguages(text: string, languages: readonly string[]): string;
